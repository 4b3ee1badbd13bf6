import type Stripe from 'stripe';
import type { OrderRow, ShippingRate } from '../../database/schema/tables';
import { idOf } from './session-snapshot';

/**
 * The shipping rate that the shopper chose, among those that were offered; undefined for one that was not. Stripe keeps
 * the options in the order they were given in, so the chosen one is found by its place.
 */
export function chosenShipping(
  { offer }: Pick<OrderRow, 'offer'>,
  { shipping_cost: cost, shipping_options: options }: Stripe.Checkout.Session,
): ShippingRate | null | undefined {
  const rates = offer?.shippingRates ?? [];
  if (!cost || rates.length === 0) return null;
  const chosen = idOf(cost.shipping_rate);
  const place = (options ?? []).findIndex(({ shipping_rate: rate }) => idOf(rate) === chosen);
  const placed = rates[place];
  const fits = ({ amountMinor }: ShippingRate) => amountMinor === cost.amount_subtotal;
  return placed && fits(placed) ? placed : undefined;
}
