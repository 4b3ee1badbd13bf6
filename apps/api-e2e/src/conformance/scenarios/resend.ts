import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { checkout, cookieOf, sessionOf } from './checkout';
import { paidOrder } from './order';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenarios } from './scenario';

const PATH = '/api/orders/confirmation/resend';
const UNKNOWN = { sessionId: 'cs_test_a1unknown' };
/** How often the browser of an order may ask in an hour. */
const MOST_RESENDS = 3;

/** POST /api/orders/confirmation/resend. */
const resend = (
  shop: ConformanceShop,
  body: { sessionId: string; email?: string } = UNKNOWN,
  headers: Record<string, string> = {},
): Promise<Answer> => shop.post(PATH, body, headers);

export const resendScenarios: Scenarios = {
  'resend 204': usual(async (shop) => {
    const { id, cookie } = await paidOrder(shop);
    return resend(shop, { sessionId: id }, { cookie });
  }),
  'resend 400 INVALID_REQUEST': usual((shop) => resend(shop, { ...UNKNOWN, email: 'nobody' })),
  'resend 403 BROWSER_NOT_BUYER': usual(async (shop) => {
    const { id } = await paidOrder(shop);
    const { cookie } = await paidOrder(shop);
    return resend(shop, { sessionId: id }, { cookie });
  }),
  'resend 403 ORIGIN_NOT_ALLOWED': usual((shop) => resend(shop, UNKNOWN, FOREIGN)),
  'resend 409 CONFIRMATION_NOT_SENT': usual(async (shop) => {
    const started = await checkout(shop);
    return resend(shop, { sessionId: sessionOf(started) }, { cookie: cookieOf(started) });
  }),
  'resend 409 EMAIL_NOT_CHANGEABLE': usual(async (shop) => {
    const { id, cookie } = await paidOrder(shop);
    await resend(shop, { sessionId: id, email: 'corrected@example.com' }, { cookie });
    return resend(shop, { sessionId: id, email: 'corrected.again@example.com' }, { cookie });
  }),
  'resend 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'resend 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    resend(shop, UNKNOWN, { 'content-type': 'text/plain' }),
  ),
  'resend 429 RATE_LIMITED': usual(async (shop) => {
    const { id, cookie } = await paidOrder(shop);
    for (let n = 0; n < MOST_RESENDS; n += 1) await resend(shop, { sessionId: id }, { cookie });
    return resend(shop, { sessionId: id }, { cookie });
  }),
  'resend 500 INTERNAL_ERROR': databaseBroken((shop) => resend(shop)),
  'resend 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => resend(shop)),
};
