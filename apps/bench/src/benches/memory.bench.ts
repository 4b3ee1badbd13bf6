import { HttpClient } from '@shop/shop-harness/network/http-client';
import { residentMemory } from '@shop/shop-harness/resident-memory';
import { pricesOf } from '@shop/shop-harness/shop/orders';
import { defineBench, rowOf } from '../bench';
import { load } from '../load/load';
import {
  checkoutRequest,
  completions,
  confirmationRequest,
  eventRequest,
  taking,
} from '../load/requests';
import { sell, usualDatabase } from '../paid-orders';

interface Size {
  orders: number;
  /** When the memory is read, in seconds after the start of the load. */
  firstLook: number;
  lastLook: number;
}

const A_SECOND = 200;
const MEGABYTE = 2 ** 20;

/**
 * A steady load like a shop's. Of twenty requests twelve are confirmations, four lists of products, three events whose
 * jobs run in the same process, and one a checkout of a new shopper.
 */
export const memory = defineBench<Size>({
  name: 'memory',
  says: 'memory after 10 minutes of load',
  sizes: {
    full: { orders: 200, firstLook: 60, lastLook: 600 },
    quick: { orders: 4, firstLook: 2, lastLook: 10 },
  },
  async *run({ orders: count, firstLook, lastLook }, say) {
    const database = await usualDatabase();
    const { shop, orders, sessions } = await sell(database, count);
    await using _ = shop;
    const client = new HttpClient(1);
    const nextPrice = taking(await pricesOf(client, shop.url));
    client.close();
    const confirmation = confirmationRequest(taking(orders));
    const products = { path: '/api/products' };
    const event = eventRequest(completions(taking(sessions)));
    const some = [confirmation, confirmation, confirmation, products, event];
    const requests = [
      ...some,
      ...some,
      ...some,
      confirmation,
      confirmation,
      confirmation,
      products,
      checkoutRequest('/api/checkout', nextPrice, count),
    ];
    const pid = shop.api?.pid ?? 0;
    const during = async (seconds: number) => {
      const loaded = await load({ urls: [shop.url], requests, rate: A_SECOND, seconds });
      const bytes = await residentMemory(pid);
      say(`${Math.round(bytes / MEGABYTE)} MB after ${loaded.requests} requests in ${seconds} s`);
      return { bytes, loaded };
    };
    const first = await during(firstLook);
    const last = await during(lastLook - firstLook);
    yield rowOf({
      what: `memory of the API (RSS) after ${lastLook} s of ${A_SECOND} mixed requests a second, ${database}`,
      title: 'memory after ten minutes against minute one',
      value: last.bytes / MEGABYTE,
      unit: 'MB',
      baseline: { what: `after ${firstLook} s`, value: first.bytes / MEGABYTE },
      target: { value: '<= 250' },
      figures: {
        requests: first.loaded.requests + last.loaded.requests,
        aSecond: Math.round(last.loaded.aSecond),
        p99Ms: Number(last.loaded.p99Ms.toFixed(2)),
      },
    });
  },
});
