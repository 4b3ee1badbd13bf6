import { defineDrill } from '../drill';
import { HttpClient } from '../network/http-client';
import { Deliveries } from '../shop/deliveries';
import { mailedTwice, settle } from '../shop/ledger';
import { payOrders, placeOrders } from '../shop/orders';
import { Shop } from '../shop/shop';
import { eventAbout } from '../shop/stripe-event';

/** Every event arrives a hundred times at once; the order behind it is fulfilled once. */
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
    const ledger = await settle(shop, size.events, 60_000);
    return {
      target: {
        fulfilled: size.events,
        fulfilledTwice: 0,
        mailed: size.events,
        mailedTwice: 0,
        unhandled: 0,
      },
      measured: {
        ...ledger,
        mailed: shop.mailbox.received.size,
        mailedTwice: mailedTwice(shop),
        answers: deliveries.statuses,
        unanswered: deliveries.unanswered,
      },
    };
  },
});
