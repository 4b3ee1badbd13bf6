import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { mailedLink } from '../mailed-link';
import type { MailedLink } from '../mailed-link';
import { paidOrder } from './order';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenarios } from './scenario';

const PATH = '/api/orders/access';
/** Of the right form, and signed by nobody. */
const FORGED: MailedLink = {
  sessionId: 'cs_test_a1unknown',
  token: `zzzzzz.${'A'.repeat(43)}`,
};

/** POST /api/orders/access. */
const open = (
  shop: ConformanceShop,
  link: MailedLink = FORGED,
  headers: Record<string, string> = {},
): Promise<Answer> => shop.post(PATH, link, headers);

export const accessScenarios: Scenarios = {
  'access 204': usual(async (shop) =>
    open(shop, await mailedLink(shop, (await paidOrder(shop)).id)),
  ),
  'access 400 INVALID_REQUEST': usual((shop) => open(shop, { ...FORGED, token: 'none' })),
  'access 403 LINK_NOT_VALID': usual(async (shop) =>
    open(shop, { ...FORGED, sessionId: (await paidOrder(shop)).id }),
  ),
  'access 403 ORIGIN_NOT_ALLOWED': usual((shop) => open(shop, FORGED, FOREIGN)),
  'access 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'access 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    open(shop, FORGED, { 'content-type': 'text/plain' }),
  ),
  'access 500 INTERNAL_ERROR': databaseBroken((shop) => open(shop)),
  'access 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => open(shop)),
};
