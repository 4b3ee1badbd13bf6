import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { paidOrder } from './order';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenarios } from './scenario';

const PATH = '/api/orders/portal';
const UNKNOWN = 'cs_test_a1unknown';
const A_COOKIE = { cookie: `browser=${'b'.repeat(43)}` };
/** How often the portal of an order opens in an hour. */
const MOST_OPENINGS = 10;

/** POST /api/orders/portal. */
const open = (
  shop: ConformanceShop,
  sessionId = UNKNOWN,
  headers: Record<string, string> = {},
): Promise<Answer> => shop.post(PATH, { sessionId }, headers);

/** The price of something that renews. */
export async function renewingPriceOf({ shop }: ConformanceShop): Promise<string> {
  const { data } = await shop.stripe.prices.list({
    type: 'recurring',
    currency: 'usd',
    active: true,
  });
  const [price] = data;
  if (!price) throw new Error('The shop sells nothing that renews.');
  return price.id;
}

const subscription = async (shop: ConformanceShop) => paidOrder(shop, await renewingPriceOf(shop));

/** Opens the portal of a subscription while Stripe has a fault. */
const whileStripe = (faults: object) =>
  usual(async (shop) => {
    const { id, cookie } = await subscription(shop);
    await shop.shop.sandbox.faults(faults);
    const answer = await open(shop, id, { cookie });
    await shop.shop.sandbox.faults();
    return answer;
  });

export const portalScenarios: Scenarios = {
  'open 201': usual(async (shop) => {
    const { id, cookie } = await subscription(shop);
    return open(shop, id, { cookie });
  }),
  'open 400 INVALID_REQUEST': usual((shop) => open(shop, 'pi_123')),
  'open 403 BROWSER_NOT_BUYER': usual(async (shop) => {
    const { id } = await subscription(shop);
    const { cookie } = await paidOrder(shop);
    return open(shop, id, { cookie });
  }),
  'open 403 ORIGIN_NOT_ALLOWED': usual((shop) => open(shop, UNKNOWN, FOREIGN)),
  'open 409 SUBSCRIPTION_NOT_MANAGEABLE': usual(async (shop) => {
    const { id, cookie } = await paidOrder(shop);
    return open(shop, id, { cookie });
  }),
  'open 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'open 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    open(shop, UNKNOWN, { 'content-type': 'text/plain' }),
  ),
  'open 429 RATE_LIMITED': usual(async (shop) => {
    const { id, cookie } = await subscription(shop);
    for (let n = 0; n < MOST_OPENINGS; n += 1) await open(shop, id, { cookie });
    return open(shop, id, { cookie });
  }),
  'open 500 INTERNAL_ERROR': databaseBroken((shop) => open(shop, UNKNOWN, A_COOKIE)),
  'open 502 CHECKOUT_UNAVAILABLE': whileStripe({
    missingPermissions: ['rak_customer_portal_write'],
  }),
  'open 503 STRIPE_UNAVAILABLE': whileStripe({ status: 500, path: '/v1/billing_portal/sessions' }),
  'open 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => open(shop, UNKNOWN, A_COOKIE)),
};
