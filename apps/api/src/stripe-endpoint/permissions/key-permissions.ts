import type Stripe from 'stripe';

/** Something that the code asks Stripe for, which a restricted key may be forbidden to ask. */
export interface KeyPermission {
  /** As the sentence has it: "The key may not …". */
  may: string;
  /** Stripe's name, unless Stripe's refusal says another one. */
  permission: string;
  /** Without it something is lost; else it is only worth knowing. */
  needed: boolean;
  /** Asks for as little as possible and changes nothing. */
  ask: (stripe: Stripe, options: Stripe.RequestOptions) => Promise<unknown>;
}

const FIRST = { limit: 1 };

/** No object has these ids: a key that may write gets 404 for them, one that may not 403. */
const NO_SESSION = 'cs_permission_check';
const NO_PAYMENT = 'pi_permission_check';
const NO_CUSTOMER = 'cus_permission_check';

const needed = (may: string, permission: string, ask: KeyPermission['ask']): KeyPermission => ({
  may,
  permission,
  needed: true,
  ask,
});

/**
 * Everything the code asks Stripe for. docs/operations.md lists the same.
 * https://docs.stripe.com/keys/restricted-api-keys
 */
export const keyPermissions: readonly KeyPermission[] = [
  needed('read Checkout Sessions', 'rak_checkout_session_read', (stripe, options) =>
    stripe.checkout.sessions.list(FIRST, options),
  ),
  needed('create and expire Checkout Sessions', 'rak_checkout_session_write', (stripe, options) =>
    stripe.checkout.sessions.expire(NO_SESSION, {}, options),
  ),
  needed('read PaymentIntents', 'rak_payment_intent_read', (stripe, options) =>
    stripe.paymentIntents.list(FIRST, options),
  ),
  {
    may: 'cancel PaymentIntents that wait for their shopper',
    permission: 'rak_payment_intent_write',
    needed: false,
    ask: (stripe, options) => stripe.paymentIntents.cancel(NO_PAYMENT, {}, options),
  },
  needed('read payment methods', 'rak_payment_method_read', (stripe, options) =>
    stripe.paymentMethods.list(FIRST, options),
  ),
  needed('read charges', 'rak_charge_read', (stripe, options) =>
    stripe.charges.list(FIRST, options),
  ),
  needed('read refunds', 'rak_refund_read', (stripe, options) =>
    stripe.refunds.list(FIRST, options),
  ),
  {
    may: 'refund what is cancelled',
    permission: 'rak_refund_write',
    needed: false,
    ask: (stripe, options) => stripe.refunds.create({ payment_intent: NO_PAYMENT }, options),
  },
  needed('read disputes', 'rak_dispute_read', (stripe, options) =>
    stripe.disputes.list(FIRST, options),
  ),
  needed('read reviews', 'rak_review_read', (stripe, options) =>
    stripe.reviews.list(FIRST, options),
  ),
  needed('read events', 'rak_event_read', (stripe, options) => stripe.events.list(FIRST, options)),
  needed('read customers', 'rak_customer_read', (stripe, options) =>
    stripe.customers.list(FIRST, options),
  ),
  needed('read accounts of version 2', 'rak_core_account_read', (stripe, options) =>
    stripe.v2.core.accounts.list(FIRST, options),
  ),
  needed('read the payments of invoices', 'rak_invoice_payment_read', (stripe, options) =>
    stripe.invoicePayments.list(FIRST, options),
  ),
  // Of a shop that sells subscriptions.
  {
    may: 'read subscriptions',
    permission: 'rak_subscription_read',
    needed: false,
    ask: (stripe, options) => stripe.subscriptions.list(FIRST, options),
  },
  {
    may: 'read invoices',
    permission: 'rak_invoice_read',
    needed: false,
    ask: (stripe, options) => stripe.invoices.list(FIRST, options),
  },
  {
    may: 'open the customer portal',
    permission: 'rak_customer_portal_write',
    needed: false,
    ask: (stripe, options) =>
      stripe.billingPortal.sessions.create({ customer: NO_CUSTOMER }, options),
  },
  needed('read prices', 'rak_price_read', (stripe, options) => stripe.prices.list(FIRST, options)),
  needed('read products', 'rak_product_read', (stripe, options) =>
    stripe.products.list(FIRST, options),
  ),
  // Only a thin event about one needs it: a snapshot names the payment.
  {
    may: 'read early fraud warnings',
    permission: 'rak_radar_early_fraud_warning_read',
    needed: false,
    ask: (stripe, options) => stripe.radar.earlyFraudWarnings.list(FIRST, options),
  },
  {
    may: 'read webhook endpoints',
    permission: 'rak_webhook_endpoint_read',
    needed: false,
    ask: (stripe, options) => stripe.webhookEndpoints.list(FIRST, options),
  },
  // Of a shop that gets thin events.
  {
    may: 'read event destinations',
    permission: 'rak_core_event_destination_read',
    needed: false,
    ask: (stripe, options) => stripe.v2.core.eventDestinations.list(FIRST, options),
  },
];
