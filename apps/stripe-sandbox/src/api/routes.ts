import { ownAccountRoutes } from './account.routes';
import { accountRoutes } from './accounts.routes';
import { chargeRoutes } from './charges.routes';
import { cashBalanceRoutes } from './cash-balance.routes';
import { checkoutSessionRoutes } from './checkout-sessions.routes';
import { customerRoutes } from './customers.routes';
import { invoiceRoutes } from './invoices.routes';
import { paymentPageRoutes } from './payment-pages.routes';
import { paymentRoutes } from './payments.routes';
import { priceRoutes } from './prices.routes';
import { productRoutes } from './products.routes';
import { promotionRoutes } from './promotions.routes';
import { radarRoutes } from './radar.routes';
import { rateRoutes } from './rates.routes';
import type { Route } from './route';
import { setupIntentRoutes } from './setup-intents.routes';
import { subscriptionRoutes } from './subscriptions.routes';
import { v2EventRoutes } from './v2-events.routes';
import { webhookRoutes } from './webhooks.routes';

/** All routes of Stripe's API that the sandbox has. */
export const routes: readonly Route[] = [
  ...productRoutes,
  ...priceRoutes,
  ...promotionRoutes,
  ...rateRoutes,
  ...customerRoutes,
  ...accountRoutes,
  ...ownAccountRoutes,
  ...checkoutSessionRoutes,
  ...paymentRoutes,
  ...setupIntentRoutes,
  ...cashBalanceRoutes,
  ...chargeRoutes,
  ...radarRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...webhookRoutes,
  ...v2EventRoutes,
  ...paymentPageRoutes,
];
