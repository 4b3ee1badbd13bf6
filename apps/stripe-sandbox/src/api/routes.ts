import { accountRoutes } from './accounts.routes';
import { checkoutSessionRoutes } from './checkout-sessions.routes';
import { customerRoutes } from './customers.routes';
import { paymentRoutes } from './payments.routes';
import { priceRoutes } from './prices.routes';
import { productRoutes } from './products.routes';
import type { Route } from './route';
import { webhookRoutes } from './webhooks.routes';

/** Everything of Stripe's API that is here. */
export const routes: readonly Route[] = [
  ...productRoutes,
  ...priceRoutes,
  ...customerRoutes,
  ...accountRoutes,
  ...checkoutSessionRoutes,
  ...paymentRoutes,
  ...webhookRoutes,
];
