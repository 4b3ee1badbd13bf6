import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { shuffled } from '@shop/shop-harness/random';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { lostCompletions } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';

const SESSIONS_AT_ONCE = 8;
const PAGES = 20;

/**
 * Webhook, page and sweep race for the same orders. All orders are paid while the API is down and Stripe loses its
 * events, so the sweep at the API's start finds every order. When the API listens, each order also gets its webhook and
 * twenty confirmation requests in the same tick, in random order.
 */
export const race = defineDrill({
  name: 'race',
  promise: 3,
  says: 'webhook, page and sweep racing fulfil once',
  databases: ['embedded', 'postgres'],
  sizes: { full: { sessions: 500 }, short: { sessions: 10 } },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database, { losesWebhooks: true });
    await shop.start();
    const orders = await placeOrders(shop, size.sessions);
    await shop.stop();
    await payOrders(shop, orders);
    const events = await lostCompletions(shop.stripe);
    // The sweep skips young orders, because their webhooks may still come.
    await shop.inspect((query) =>
      query(`update orders set created_at = now() - interval '10 minutes', checked_at = null`),
    );

    await shop.start();
    const client = new HttpClient(SESSIONS_AT_ONCE * (PAGES + 1));
    using deliveries = new Deliveries(client);
    const pages: Record<string, number> = {};
    let done = 0;
    await inParallel(shuffled(orders), SESSIONS_AT_ONCE, async ({ stripeSessionId }) => {
      const event = events.get(stripeSessionId);
      if (!event) throw new Error('Stripe knows no event of this session.');
      const page = async () => {
        const path = `/api/orders/confirmation?session_id=${stripeSessionId}`;
        const { status } = await client.ask(shop.url + path);
        pages[status] = (pages[status] ?? 0) + 1;
      };
      const views = Array.from({ length: PAGES }, page);
      await Promise.all([deliveries.untilTaken(() => shop.url, event), ...views]);
      done += 1;
      if (done % 100 === 0) say(`${done} of ${size.sessions} sessions`);
    });

    const finalState = await settle(shop, size.sessions, 60_000);
    const movedBy = await shop.inspect((query) =>
      query<{ cause: string; count: number }>(
        `select split_part(cause, ' ', 1) as cause, count(*)::int as count
         from order_transitions where to_status = 'paid' group by 1`,
      ),
    );
    const serverErrors = Object.entries({ ...pages })
      .filter(([status]) => Number(status) >= 500)
      .reduce((sum, [, count]) => sum + count, 0);
    return {
      target: {
        fulfilled: size.sessions,
        fulfilledTwice: 0,
        mailed: size.sessions,
        mailedTwice: 0,
        serverErrors: 0,
      },
      measured: {
        ...finalState,
        mailed: shop.mailbox.received.size,
        mailedTwice: mailedTwice(shop),
        serverErrors: serverErrors + deliveries.answered((status) => status >= 500),
        movedBy: Object.fromEntries(movedBy.map(({ cause, count }) => [cause, count])),
        pages,
        webhooks: deliveries.statuses,
      },
    };
  },
});
