import { eventAbout, rowEvent } from '@shop/shop-harness/shop/stripe-event';
import type { StripeEvent } from '@shop/shop-harness/shop/stripe-event';

/** One event of this many has nearly the 512 kB that an event may have; the others are as small as most. */
const ONE_LARGE_IN = 100;
const LARGE = 'x'.repeat(500_000);

let sent = 0;

/** A new event that changes no order. From time to time it is a large one. */
export function nextEvent(): StripeEvent {
  sent += 1;
  if (sent % ONE_LARGE_IN) return rowEvent();
  const object = { id: 'txn_drill', object: 'balance_transaction', description: LARGE };
  return eventAbout(object, 'drill.row');
}
