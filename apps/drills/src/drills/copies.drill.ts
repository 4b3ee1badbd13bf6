import { HttpClient } from '@shop/shop-harness/network/http-client';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout } from '@shop/shop-harness/shop/stripe-event';
import { Deliveries } from '@shop/shop-harness/storm/deliveries';
import { mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';

/** Every event arrives a hundred times at once. Its order must be fulfilled once. */
export const copies = defineDrill({
  name: 'copies',
  promise: 2,
  says: 'one fulfilment however many deliveries',
  databases: ['embedded', 'postgres'],
  sizes: { full: { events: 100, copies: 100 }, short: { events: 6, copies: 50 } },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    await shop.start();
    const sessions = await payOrders(shop, await placeOrders(shop, size.events));
    using deliveries = new Deliveries(new HttpClient(size.copies));
    for (const [index, session] of sessions.entries()) {
      if (index % 25 === 0) say(`${index} of ${size.events} events`);
      const event = eventAbout(session, 'checkout.session.completed');
      await Promise.all(
        Array.from({ length: size.copies }, () => deliveries.once(shop.url, event)),
      );
    }
    const finalState = await settle(shop, size.events, 60_000);
    return {
      target: {
        fulfilled: size.events,
        fulfilledTwice: 0,
        mailed: size.events,
        mailedTwice: 0,
        unhandled: 0,
      },
      measured: {
        ...finalState,
        mailed: shop.mailbox.received.size,
        mailedTwice: mailedTwice(shop),
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
      },
    };
  },
});
