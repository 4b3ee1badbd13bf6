import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { payOrders, placeOrders } from '@shop/shop-harness/shop/orders';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import type { Environment, ShopOptions } from '@shop/shop-harness/shop/shop';
import type Stripe from 'stripe';

const MOVED_WITHIN_MS = 60_000;

/** Opens a shop with the default log level: it logs a line for each request. */
export const openShop = (database: DatabaseKind, options: ShopOptions = {}): Promise<Shop> =>
  Shop.open(database, { ...options, api: { LOG_LEVEL: 'info', ...options.api } });

/** The paid orders of a shop. */
export interface Sold {
  orders: PlacedOrder[];
  sessions: Stripe.Checkout.Session[];
}

/** The database for most rows: PostgreSQL when there is one. */
export const usualDatabase = async (): Promise<DatabaseKind> =>
  (await findPostgresServer()) ? 'postgres' : 'embedded';

/** Opens a shop with paid and fulfilled orders. @param env when given, the API is restarted with these variables */
export async function sell(
  database: DatabaseKind,
  count: number,
  env: Environment = {},
): Promise<{ shop: Shop } & Sold> {
  const shop = await openShop(database, { sendsWebhooks: true });
  const api = await shop.start();
  const orders = await placeOrders(shop, count);
  const sessions = await payOrders(shop, orders);
  await shop.mailbox.reached(count, MOVED_WITHIN_MS);
  if (shop.mailbox.received.size < count) throw new Error('Not every order was confirmed by mail.');
  if (Object.keys(env).length > 0) {
    await api.stop();
    await shop.start(env);
  }
  return { shop, orders, sessions };
}
