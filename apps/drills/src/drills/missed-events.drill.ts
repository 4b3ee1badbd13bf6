import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { mailedTwice, settle } from '@shop/shop-harness/storm/final-state';
import { defineDrill } from '../drill';

/**
 * Sessions are paid while the API is stopped, and every webhook is lost. The API starts again, and no shopper opens a
 * page.
 */
export const missedEvents = defineDrill({
  name: 'missed-events',
  promise: 14,
  says: 'events missed while down are recovered',
  databases: ['embedded', 'postgres'],
  sizes: { full: { sessions: 500 }, short: { sessions: 10 } },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database, { losesWebhooks: true });
    await shop.start();
    const orders = await placeOrders(shop, size.sessions);
    await shop.stop();
    await payOrders(shop, orders);
    say(`${size.sessions} sessions paid while nobody listened`);

    const start = performance.now();
    await shop.start();
    await shop.mailbox.reached(size.sessions, 90_000);
    const recoveredSeconds = (performance.now() - start) / 1000;
    const finalState = await settle(shop, size.sessions, 5000);
    return {
      target: {
        fulfilled: size.sessions,
        fulfilledTwice: 0,
        mailed: size.sessions,
        recoveredSeconds: '<= 60',
      },
      measured: {
        ...finalState,
        mailed: shop.mailbox.received.size,
        mailedTwice: mailedTwice(shop),
        recoveredSeconds: Math.round(recoveredSeconds * 10) / 10,
      },
    };
  },
});
