import type { Confirmation, ConfirmationState } from '@shop/contract';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';

const AT_ONCE = 8;

/** What an order must have told when all is known. */
export interface Expected {
  order: PlacedOrder;
  state: ConfirmationState;
  mails: number;
  /** Whether a person must have been told of a dispute. */
  isAlerted: boolean;
}

/** How many orders have not told everything yet, and how many have told something twice. */
export function countTold(
  { mailbox, complaints }: Pick<Shop, 'mailbox' | 'complaints'>,
  expected: readonly Expected[],
): { untold: number; toldTwice: number } {
  const alerts = new Map<unknown, number>();
  for (const { msg, orderNumber } of complaints)
    if (msg === 'order needs a person') alerts.set(orderNumber, (alerts.get(orderNumber) ?? 0) + 1);
  const surplus = expected.map(({ order, mails, isAlerted }) => [
    (mailbox.received.get(order.email) ?? 0) - mails,
    (alerts.get(order.number) ?? 0) - Number(isAlerted),
  ]);
  return {
    untold: surplus.filter((counts) => counts.some((count) => count < 0)).length,
    toldTwice: surplus.filter((counts) => counts.some((count) => count > 0)).length,
  };
}

/** How many pages say something else than what is expected. A page of a paid order does not ask Stripe. */
export async function countWrongPages(
  { url }: Pick<Shop, 'url'>,
  expected: readonly Expected[],
): Promise<number> {
  const client = new HttpClient(AT_ONCE);
  try {
    const states = await inParallel(expected, AT_ONCE, async ({ order }) => {
      const { body } = await client.ask(
        `${url}/api/orders/confirmation?session_id=${order.stripeSessionId}`,
        { headers: { cookie: order.cookie } },
      );
      return (JSON.parse(body) as Partial<Confirmation>).state;
    });
    return states.filter((state, index) => state !== expected[index]?.state).length;
  } finally {
    client.close();
  }
}
