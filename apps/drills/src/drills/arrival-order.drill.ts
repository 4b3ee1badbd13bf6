import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import type { StripeEvent } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { settle } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';
import { permutationsOf } from '../permutations';
import { histories } from '../shop/histories';
import type { History } from '../shop/histories';

const AT_ONCE = 4;

/**
 * Delivers the events of each history in every permutation, each to a new order. An event comes after the change it is
 * about, but as late as the permutation says, so the API also sees every state in between.
 */
export const arrivalOrder = defineDrill({
  name: 'arrival-order',
  promise: 4,
  says: 'order of arrival does not matter',
  databases: ['embedded', 'postgres'],
  sizes: { full: { longestHistory: 5 }, short: { longestHistory: 3 } },
  async run({ database, say }, { longestHistory }) {
    await using shop = await Shop.open(database);
    await shop.start();
    const cases = histories
      .filter(({ happenings }) => happenings.length <= longestHistory)
      .flatMap((history) =>
        permutationsOf(history.happenings.length).map((arrival) => ({ history, arrival })),
      );
    const orders = await placeOrders(shop, cases.length);
    say(`${cases.length} permutations`);

    using deliveries = new Deliveries(new HttpClient(AT_ONCE));
    await inParallel(cases, AT_ONCE, async ({ history, arrival }, index) => {
      const order = orders[index] as PlacedOrder;
      await tell(shop, deliveries, history, arrival, order);
    });
    const paid = cases.filter(({ history }) => history.paid).length;
    const finalState = await settle(shop, paid, 60_000);
    const endings = await endingsOf(shop, orders);

    const differing = histories
      .map(({ name }) =>
        cases.flatMap(({ history }, index) => (history.name === name ? [index] : [])),
      )
      .filter((of) => new Set(of.map((index) => endings[index])).size > 1);
    return {
      target: { differing: 0, fulfilled: paid, fulfilledTwice: 0, unhandled: 0, refused: 0 },
      measured: {
        permutations: cases.length,
        differing: differing.length,
        ...finalState,
        refused: deliveries.answered((status) => status !== 200),
        ...(differing.length > 0 && {
          endings: countsOf(differing.flat().map((i) => endings[i] ?? '')),
        }),
      },
    };
  },
});

async function tell(
  shop: Shop,
  deliveries: Deliveries,
  { happenings }: History,
  arrival: readonly number[],
  order: PlacedOrder,
): Promise<void> {
  const told: StripeEvent[] = [];
  for (const index of arrival) {
    for (const happening of happenings.slice(told.length, index + 1)) {
      told.push(await happening(shop, order));
    }
    await deliveries.untilTaken(() => shop.url, told[index] as StripeEvent);
  }
}

/**
 * The final state of each order, as text to compare. Steps are named without the ids of refunds and disputes, which no two
 * orders share. Mails about refunds, and a confirmation after a dispute was won, are left out: their number depends on how
 * often the API looked, not on the final state.
 */
async function endingsOf(shop: Shop, orders: readonly PlacedOrder[]): Promise<string[]> {
  const rows = await shop.inspect((query) =>
    query<{ stripeSessionId: string; ending: object }>(
      `select stripe_session_id as "stripeSessionId", jsonb_build_object(
         'status', status, 'session', session_state, 'review', review_reason,
         'refundedMinor', refunded_minor * 100 / total_minor, 'disputed', disputed_at is not null,
         'paidTwice', (select count(*) from order_transitions t
            where t.order_id = o.id and t.to_status = 'paid') > 1,
         'steps', (select jsonb_agg(distinct split_part(step, ':', 1)) from fulfilments f
            where f.order_id = o.id and step not like 'refund_mail%'
              and step not like 'late_confirmation_mail%')) as ending
       from orders o`,
    ),
  );
  const byId = new Map(rows.map(({ stripeSessionId, ending }) => [stripeSessionId, ending]));
  return orders.map(({ stripeSessionId }) => JSON.stringify(byId.get(stripeSessionId)));
}

function countsOf(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
