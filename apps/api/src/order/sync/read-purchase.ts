import type Stripe from 'stripe';
import type { CheckoutOffer, OrderLineRow, OrderRow } from '../../database/schema/tables';
import type { NewOrderLine } from '../insert-order';

/** What a person may accept all the same: see `review-rules.ts`. */
export const NOT_OFFERED = {
  article: 'an article that was not offered',
  quantity: 'a quantity that was not offered',
  shipping: 'shipping that was not offered',
} as const;

/** The lines that were bought, or why they are not what was offered. */
export type Purchase = NewOrderLine[] | (typeof NOT_OFFERED)['article' | 'quantity'];

/**
 * What was bought by a complete session, by its line items: quantities may have been changed, and optional items added,
 * within what was offered. Pure; reading the same session again gives the same lines.
 * @param lines of the order, as they were ordered or as an earlier reading has left them
 * @returns undefined where the lines stay what was ordered: nothing was offered beside it, the session is not complete,
 * or its line items are not known
 */
export function readPurchase(
  { offer }: Pick<OrderRow, 'offer'>,
  lines: OrderLineRow[],
  session: Stripe.Checkout.Session,
): Purchase | undefined {
  const items = session.line_items;
  if (!offer || session.status !== 'complete' || !items || items.has_more) return undefined;
  const left = lines.map(asNew);
  const bought: { line: NewOrderLine; position: number }[] = [];
  // An optional item that was not chosen may be listed with the quantity 0.
  for (const { price, quantity } of items.data.filter((item) => item.quantity !== 0)) {
    const position = left.findIndex((line) => line?.stripePriceId === price?.id);
    const line = left[position] ?? optionalLine(offer, price?.id);
    if (!line) return NOT_OFFERED.article;
    const wanted = quantity ?? 1;
    if (!isOffered(offer, line, wanted)) return NOT_OFFERED.quantity;
    if (position >= 0) left[position] = undefined;
    bought.push({
      line: { ...line, quantity: wanted },
      position: position >= 0 ? position : lines.length + bought.length,
    });
  }
  if (left.some((line) => line && !isOptional(offer, line.stripePriceId)))
    return NOT_OFFERED.article;
  return bought.sort((a, b) => a.position - b.position).map(({ line }) => line);
}

const asNew = ({
  orderId: _order,
  position: _position,
  ...line
}: OrderLineRow): NewOrderLine | undefined => line;

const isOptional = (offer: CheckoutOffer, priceId: string) =>
  offer.optionalItems.some(({ stripePriceId }) => stripePriceId === priceId);

function isOffered(offer: CheckoutOffer, line: NewOrderLine, quantity: number): boolean {
  const { stripePriceId } = line;
  const optional = offer.optionalItems.find((item) => item.stripePriceId === stripePriceId);
  const maximum = optional?.maximum ?? offer.quantities?.[stripePriceId];
  return maximum === undefined ? quantity === line.quantity : quantity >= 1 && quantity <= maximum;
}

/** The line of an optional item, still without its quantity. */
function optionalLine(offer: CheckoutOffer, priceId: string | undefined): NewOrderLine | undefined {
  const found = offer.optionalItems.find(({ stripePriceId }) => stripePriceId === priceId);
  if (!found) return undefined;
  const { maximum: _maximum, ...item } = found;
  return { ...item, quantity: 0 };
}

export const subtotalOf = (lines: Pick<NewOrderLine, 'quantity' | 'unitAmountMinor'>[]) =>
  lines.reduce((sum, { quantity, unitAmountMinor }) => sum + quantity * unitAmountMinor, 0);
