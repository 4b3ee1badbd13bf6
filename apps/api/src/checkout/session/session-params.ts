import type Stripe from 'stripe';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import { DEPLOYMENT_KEY } from '../../deployment/deployment-metadata';
import { shopParams } from './shop-params';
import type { Shop } from './shop-params';

type Params = Stripe.Checkout.SessionCreateParams;

/** What of an order the session needs. */
type Order = Pick<
  OrderRow,
  | 'id'
  | 'number'
  | 'deploymentId'
  | 'mode'
  | 'locale'
  | 'offer'
  | 'currency'
  | 'language'
  | 'createdAt'
>;
type Line = Pick<OrderLineRow, 'stripePriceId' | 'quantity'>;

/**
 * What Stripe is asked for an order. Pure, and always the same for the same order and settings, because Stripe refuses a
 * known idempotency key with other parameters.
 * @param shopUrl where the shopper comes back to
 */
export function sessionParams(order: Order, lines: Line[], shop: Shop, shopUrl: string): Params {
  const { checkout } = shop;
  const promotions = checkout.promotionCodes && { allow_promotion_codes: true };
  const metadata = {
    order_id: order.id,
    order_number: order.number,
    // An old order's session was created without it, under the same idempotency key.
    ...(order.deploymentId && { [DEPLOYMENT_KEY]: order.deploymentId }),
  };
  const suffix = checkout.statementDescriptorSuffix;
  return {
    mode: order.mode,
    line_items: lines.map((line) => lineItem(order, line)),
    // Concatenated, because a URL encoder would change the braces that Stripe looks for.
    success_url: `${shopUrl}/order/success?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${shopUrl}/cart`,
    client_reference_id: order.id,
    metadata,
    // The payment or the subscription gets the metadata too: events about it name this deployment, and people see it in
    // the Dashboard. A subscription always has a customer, and invoices.
    ...(order.mode === 'subscription'
      ? { subscription_data: { metadata } }
      : {
          payment_intent_data: { metadata, ...(suffix && { statement_descriptor_suffix: suffix }) },
          customer_creation: checkout.customers,
          ...(checkout.invoices && { invoice_creation: { enabled: true } }),
        }),
    locale: order.locale ?? 'auto',
    ...promotions,
    ...shopParams(order, shop),
    expires_at: expiresAt(order, checkout.expiresMinutes),
    // The page of an expired order links to the same cart again, for 30 days.
    after_expiration: { recovery: { enabled: true, ...promotions } },
  };
}

function lineItem(
  { offer }: Order,
  { stripePriceId, quantity }: Line,
): Stripe.Checkout.SessionCreateParams.LineItem {
  const maximum = offer?.quantities?.[stripePriceId];
  return {
    price: stripePriceId,
    quantity,
    // A line cannot be removed there: whoever wants another cart goes back to it.
    ...(maximum && {
      adjustable_quantity: {
        enabled: true,
        minimum: offer?.isShippingEarned ? quantity : 1,
        maximum,
      },
    }),
  };
}

/** Stripe takes a day, counted by its own clock, which may be behind ours. */
const LONGEST_S = 24 * 60 * 60 - 120;

/** In Unix seconds. Counted from the order's creation, so that a retry sends the same value. */
const expiresAt = (order: Order, minutes: number) =>
  Math.floor(order.createdAt.getTime() / 1000) + Math.min(minutes * 60, LONGEST_S);
