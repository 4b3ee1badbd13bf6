import type { Confirmation } from '@shop/contract';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { until } from '@shop/shop-harness/until';
import type { Life } from './lives';

/** Of one thing that was told. */
export interface Telling {
  at: Date;
  channel: 'mails' | 'events';
  orderNumber: string;
  says: string;
  id: string;
  /** Of an event. */
  sequence?: number;
  isTrue?: boolean;
}

export interface LivedOrder extends PlacedOrder {
  life: Life;
  intentId: string;
  /** The refund and the dispute that were made last. */
  made: Map<string, string>;
}

/** Lets an order go through the stages, each when the page says that the shop has heard of the one before. */
export async function live(
  shop: Shop,
  order: LivedOrder,
  stages: Life['meanwhile'],
): Promise<void> {
  const client = new HttpClient(1);
  const url = `${shop.url}/api/orders/confirmation?session_id=${order.stripeSessionId}`;
  const readState = async () => {
    const { body } = await client.ask(url, { headers: { cookie: order.cookie } });
    return (JSON.parse(body) as Partial<Confirmation>).state;
  };
  try {
    for (const [happening, expected] of stages) {
      await happening(shop, order, order.made);
      const { payment_intent: intent } = await shop.sandbox.session(order.stripeSessionId);
      order.intentId = typeof intent === 'string' ? intent : (intent?.id ?? '');
      const holds = (state: string | undefined) => state === expected;
      const state = await until(readState, holds, { timeoutMs: 60_000 });
      if (!holds(state)) throw new Error(`${order.life.name}: ${state} instead of ${expected}`);
    }
  } finally {
    client.close();
  }
}

export interface Expected {
  order: LivedOrder;
  mails: string[];
  events: string[];
}

const saidOf = (told: Telling[], number: string, channel: Telling['channel']) =>
  told
    .filter((one) => one.orderNumber === number && one.channel === channel)
    .map(({ says }) => says);

export const isAsExpected = (told: Telling[], { order, mails, events }: Expected) =>
  saidOf(told, order.number, 'mails').join() === mails.join() &&
  [events, order.life.orEvents]
    .map((expected) => expected?.join())
    .includes(saidOf(told, order.number, 'events').join());

/** Waits until as much has been told as is expected. */
export async function untilTold(told: Telling[], expected: Expected[]): Promise<void> {
  const count = expected.reduce((sum, { mails, events }) => sum + mails.length + events.length, 0);
  await until(
    () => told.length,
    (length) => length >= count,
    { timeoutMs: 120_000 },
  );
}

/** @returns how many steps have not ended. On the embedded database the API is stopped for each look. */
export const untilFinished = (shop: Shop): Promise<number> =>
  until(
    async () => {
      const [row] = await shop.inspect((query) =>
        query<{ count: number }>(
          'select count(*)::int as count from fulfilments where done_at is null and not_before is null',
        ),
      );
      if (row?.count && !shop.api) await shop.start();
      return row?.count ?? 0;
    },
    (count) => count === 0,
    { timeoutMs: 60_000, everyMs: 500 },
  );

/** The sequence of events only rises. The order of mails is that of the expected ones. */
export const isInOrder = (told: Telling[], number: string) =>
  told
    .filter((one) => one.orderNumber === number && one.channel === 'events')
    .every(({ sequence = 0 }, index, all) => sequence > (all[index - 1]?.sequence ?? 0));

export const storyOf = (told: Telling[], number: string) =>
  told
    .filter(({ orderNumber }) => orderNumber === number)
    .map(({ at, channel, says, isTrue }) =>
      [
        at.toISOString().slice(11, 23),
        channel === 'mails' ? 'mail' : 'event',
        says,
        ...(isTrue ? [] : ['UNTRUE']),
      ].join(' '),
    )
    .join(', ') || 'nothing';

/** How often a person was told that something about the order could not be delivered. */
export const alertsOf = ({ complaints }: Shop, number: string) =>
  complaints.filter(
    ({ alert, orderNumber, step }) =>
      alert === true && orderNumber === number && step !== undefined,
  ).length;

/** Unfolded (RFC 5322, 2.2.3). */
export function headerOf(raw: string, name: string): string {
  const header = new RegExp(`^${name}:[ \\t]*(.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1];
  return header?.replace(/\r\n/g, '').trim() ?? '';
}
