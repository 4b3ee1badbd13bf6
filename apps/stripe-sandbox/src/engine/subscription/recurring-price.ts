import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { getPrice } from '../prices';
import { invalidRequest } from '../stripe-error';

/** A price that a subscription's item can have. */
export function recurringPrice(engine: Engine, id: string, param: string): Stripe.Price {
  const price = getPrice(engine, id, param, 400);
  if (price.recurring) return price;
  throw invalidRequest(
    'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
    { param },
  );
}
