import type { Answer } from '@shop/shop-harness/network/http-client';
import { until } from '@shop/shop-harness/until';
import type { ConformanceShop } from '../conformance-shop';
import { checkout, cookieOf, sessionOf } from './checkout';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenarios } from './scenario';

const PATH = '/api/orders/confirmation';
const VERIFICATION = `${PATH}/verification`;
const UNKNOWN = 'cs_test_a1unknown';
const EMAIL = 'jenny.rosen@example.com';
/** How many wrong e-mail addresses of an order one network address may try in an hour. */
const MOST_WRONG_TRIES = 5;

/** GET /api/orders/confirmation. */
export const confirmation = (
  shop: ConformanceShop,
  stripeSessionId: string,
  headers: Record<string, string> = {},
): Promise<Answer> => shop.ask(PATH, { query: `?session_id=${stripeSessionId}`, headers });

const verify = (
  shop: ConformanceShop,
  sessionId = UNKNOWN,
  headers: Record<string, string> = {},
  email = EMAIL,
): Promise<Answer> => shop.post(VERIFICATION, { sessionId, email }, headers);

/** The session id of an order that is paid and confirmed, and the cookie of its browser. */
export async function paidOrder(
  shop: ConformanceShop,
  priceId = shop.priceId,
): Promise<{ id: string; cookie: string }> {
  const started = await checkout(shop, { priceId });
  const id = sessionOf(started);
  await shop.shop.sandbox.complete(id, { email: EMAIL });
  await until(
    () => confirmation(shop, id),
    ({ body }) => body.includes('confirmed'),
    { timeoutMs: 10_000 },
  );
  return { id, cookie: cookieOf(started) };
}

export const orderScenarios: Scenarios = {
  'confirmation 200': usual(async (shop) => confirmation(shop, sessionOf(await checkout(shop)))),
  'confirmation 400 INVALID_SESSION_ID': usual((shop) => confirmation(shop, 'pi_123')),
  'confirmation 404 ORDER_NOT_FOUND': usual((shop) => confirmation(shop, UNKNOWN)),
  'confirmation 431 HEADERS_TOO_LARGE': usual((shop) => confirmation(shop, 'a'.repeat(20_000))),
  'confirmation 500 INTERNAL_ERROR': databaseBroken((shop) => confirmation(shop, UNKNOWN)),
  'confirmation 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) =>
    confirmation(shop, UNKNOWN),
  ),

  'verification 204': usual(async (shop) => verify(shop, (await paidOrder(shop)).id)),
  'verification 400 INVALID_REQUEST': usual((shop) => verify(shop, 'pi_123')),
  'verification 403 VERIFICATION_FAILED': usual((shop) => verify(shop)),
  'verification 403 ORIGIN_NOT_ALLOWED': usual((shop) => verify(shop, UNKNOWN, FOREIGN)),
  'verification 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(VERIFICATION, TOO_LARGE)),
  'verification 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    verify(shop, UNKNOWN, { 'content-type': 'text/plain' }),
  ),
  'verification 429 RATE_LIMITED': usual(async (shop) => {
    const { id } = await paidOrder(shop);
    const headers = { 'x-forwarded-for': '203.0.113.8' };
    for (let n = 0; n < MOST_WRONG_TRIES; n += 1) {
      await verify(shop, id, headers, 'somebody.else@example.com');
    }
    return verify(shop, id, headers);
  }),
  'verification 500 INTERNAL_ERROR': databaseBroken((shop) => verify(shop)),
  'verification 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => verify(shop)),
};
