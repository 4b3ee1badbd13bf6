import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { invalidRequest, resourceMissing } from '../stripe-error';
import { periodEnd } from './period';
import { planOf } from './plan';
import { recurringPrice } from './recurring-price';

/**
 * A subscription's items with other prices and quantities. Nothing is prorated. Throws for an item that it does not have,
 * and for a price of another interval, with which a new period begins at Stripe.
 */
export function changedItems(
  engine: Engine,
  { items }: Stripe.Subscription,
  wanted: Stripe.SubscriptionUpdateParams.Item[],
): Stripe.Subscription['items'] {
  const data = [...items.data];
  for (const [index, { id, price: priceId, quantity }] of wanted.entries()) {
    const param = `items[${index}]`;
    if (id === undefined) throw unsupported('Items cannot be added', `${param}[id]`);
    const at = data.findIndex((item) => item.id === id);
    const item = data[at];
    if (!item) throw resourceMissing('subscription_item', id, `${param}[id]`);
    const price =
      priceId === undefined ? item.price : otherPrice(engine, item, priceId, `${param}[price]`);
    data[at] = { ...item, price, plan: planOf(price), quantity: quantity ?? item.quantity ?? 1 };
  }
  return { ...items, data };
}

function otherPrice(
  engine: Engine,
  { price: { currency, recurring } }: Stripe.SubscriptionItem,
  id: string,
  param: string,
): Stripe.Price {
  const price = recurringPrice(engine, id, param);
  const isAlike =
    price.currency === currency && periodEnd(0, price.recurring) === periodEnd(0, recurring);
  if (isAlike) return price;
  throw unsupported('An item cannot get a price of another interval or currency', param);
}

const unsupported = (what: string, param: string) =>
  invalidRequest(`${what}: that exists at Stripe, but this sandbox does not support it.`, {
    code: 'sandbox_unsupported',
    param,
  });
