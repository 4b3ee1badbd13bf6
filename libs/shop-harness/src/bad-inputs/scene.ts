import { HttpClient } from '../network/http-client';
import { placeOrders, pricesOf } from '../shop/orders';
import type { Shop } from '../shop/shop';
import { eventAbout } from '../shop/stripe-event';
import type { Scene } from './bad-input';

/** Places an order in a shop whose API runs, for the bad inputs to be about. */
export async function sceneOf(shop: Shop): Promise<Scene> {
  const client = new HttpClient(1);
  const [priceId = ''] = await pricesOf(client, shop.url);
  client.close();
  const [order] = await placeOrders(shop, 1);
  const stripeSessionId = order?.stripeSessionId ?? '';
  const session = await shop.sandbox.session(stripeSessionId);
  const eventBody = () => eventAbout(session, 'checkout.session.completed').body;
  return { priceId, stripeSessionId, eventBody };
}
