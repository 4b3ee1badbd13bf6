import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenarios } from './scenario';

const PATH = '/api/orders/find';
/** How often the orders of one e-mail address are looked for in an hour. */
const MOST_SEARCHES = 3;

/** POST /api/orders/find. */
const find = (
  shop: ConformanceShop,
  email = 'nobody@example.com',
  headers: Record<string, string> = {},
): Promise<Answer> => shop.post(PATH, { email }, headers);

export const findOrderScenarios: Scenarios = {
  'findOrder 204': usual((shop) => find(shop, 'jenny.rosen@example.com')),
  'findOrder 400 INVALID_REQUEST': usual((shop) => find(shop, 'nobody')),
  'findOrder 403 ORIGIN_NOT_ALLOWED': usual((shop) => find(shop, undefined, FOREIGN)),
  'findOrder 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'findOrder 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    find(shop, undefined, { 'content-type': 'text/plain' }),
  ),
  'findOrder 429 RATE_LIMITED': usual(async (shop) => {
    for (let n = 0; n < MOST_SEARCHES; n += 1) await find(shop, 'often@example.com');
    return find(shop, 'often@example.com');
  }),
  'findOrder 500 INTERNAL_ERROR': databaseBroken((shop) => find(shop)),
  'findOrder 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => find(shop)),
};
