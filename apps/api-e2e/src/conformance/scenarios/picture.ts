import type { ConformanceShop } from '../conformance-shop';
import { databaseBroken, databaseUnavailable, usual } from './scenario';
import type { Scenarios } from './scenario';

/** The key of the picture of the product that has one on another host. */
export async function pictureIdOf(shop: ConformanceShop): Promise<string> {
  const { body } = await shop.ask('/api/products');
  const id = /"\/api\/pictures\/([0-9a-f]{32})"/.exec(body)?.[1];
  if (!id) throw new Error('No product has a picture on another host.');
  return id;
}

const get = (shop: ConformanceShop, id = '0'.repeat(32), headers: Record<string, string> = {}) =>
  shop.ask(`/api/pictures/${id}`, { headers });

/** GET /api/pictures/{id}. */
export const pictureScenarios: Scenarios = {
  'picture 200': usual(async (shop) => get(shop, await pictureIdOf(shop))),
  'picture 304': usual(async (shop) => {
    const id = await pictureIdOf(shop);
    const { headers } = await get(shop, id);
    return get(shop, id, { 'if-none-match': String(headers['etag']) });
  }),
  'picture 404 NOT_FOUND': usual((shop) => get(shop)),
  'picture 500 INTERNAL_ERROR': databaseBroken((shop) => get(shop)),
  'picture 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => get(shop)),
};
