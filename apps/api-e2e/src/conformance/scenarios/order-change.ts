import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { checkout, cookieOf, sessionOf } from './checkout';
import { confirmation, paidOrder } from './order';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenario, Scenarios } from './scenario';
import { ship } from './staff-calls';

const UNKNOWN = 'cs_test_a1unknown';
const A_COOKIE = { cookie: `browser=${'b'.repeat(43)}` };
export const ADDRESS = {
  name: 'Jenny Rosen',
  line1: '12 Corrected Road',
  line2: null,
  postalCode: '94107',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
};

interface Change {
  operation: string;
  path: string;
  body: object;
  /** How often it may be tried for an order in an hour. */
  most: number;
}
const CANCEL: Change = {
  operation: 'cancelOrder',
  path: '/api/orders/cancellation',
  body: {},
  most: 30,
};
const CORRECT: Change = {
  operation: 'correctAddress',
  path: '/api/orders/delivery-address',
  body: { address: ADDRESS },
  most: 5,
};

const ask = (
  shop: ConformanceShop,
  { path, body }: Change,
  sessionId = UNKNOWN,
  headers: Record<string, string> = {},
): Promise<Answer> => shop.post(path, { sessionId, ...body }, headers);

/** POST /api/orders/delivery-address, as the browser with this cookie. */
export const correctAddress = (shop: ConformanceShop, sessionId: string, cookie: string) =>
  ask(shop, CORRECT, sessionId, { cookie });

/** In a shop whose orders can be changed, and are sent somewhere. */
const changeable = (ask: Scenario['ask']): Scenario => ({ environment: 'withoutWithdrawals', ask });

async function started(shop: ConformanceShop) {
  const answer = await checkout(shop);
  return { id: sessionOf(answer), headers: { cookie: cookieOf(answer) } };
}

const ofBoth = (change: Change): Scenarios => {
  const { operation, path, most } = change;
  return {
    [`${operation} 204`]: changeable(async (shop) => {
      const { id, cookie } = await paidOrder(shop);
      return ask(shop, change, id, { cookie });
    }),
    [`${operation} 400 INVALID_REQUEST`]: usual((shop) => ask(shop, change, 'pi_123')),
    [`${operation} 403 FULL_VIEW_REQUIRED`]: usual((shop) => ask(shop, change)),
    [`${operation} 403 ORIGIN_NOT_ALLOWED`]: usual((shop) => ask(shop, change, UNKNOWN, FOREIGN)),
    [`${operation} 409 CHANGES_NOT_OFFERED`]: usual(async (shop) => {
      const { id, headers } = await started(shop);
      return ask(shop, change, id, headers);
    }),
    [`${operation} 409 CHANGES_TOO_LATE`]: changeable(async (shop) => {
      const { id, cookie } = await paidOrder(shop);
      const { body } = await confirmation(shop, id);
      await ship(shop, (JSON.parse(body) as { orderNumber: string }).orderNumber);
      return ask(shop, change, id, { cookie });
    }),
    [`${operation} 409 ORDER_NOT_CHANGEABLE`]: changeable(async (shop) => {
      const { id, headers } = await started(shop);
      return ask(shop, change, id, headers);
    }),
    [`${operation} 413 PAYLOAD_TOO_LARGE`]: usual((shop) => shop.post(path, TOO_LARGE)),
    [`${operation} 415 UNSUPPORTED_MEDIA_TYPE`]: usual((shop) =>
      ask(shop, change, UNKNOWN, { 'content-type': 'text/plain' }),
    ),
    [`${operation} 429 RATE_LIMITED`]: usual(async (shop) => {
      const { id, headers } = await started(shop);
      for (let n = 0; n < most; n += 1) await ask(shop, change, id, headers);
      return ask(shop, change, id, headers);
    }),
    [`${operation} 500 INTERNAL_ERROR`]: databaseBroken((shop) =>
      ask(shop, change, UNKNOWN, A_COOKIE),
    ),
    [`${operation} 503 SERVICE_UNAVAILABLE`]: databaseUnavailable((shop) =>
      ask(shop, change, UNKNOWN, A_COOKIE),
    ),
  };
};

export const orderChangeScenarios: Scenarios = {
  ...ofBoth(CANCEL),
  ...ofBoth(CORRECT),
  'cancelOrder 409 PAYMENT_STILL_PROCESSING': changeable(async (shop) => {
    const { id, headers } = await started(shop);
    await shop.shop.sandbox.complete(id, { method: 'us_bank_account' });
    await confirmation(shop, id);
    return ask(shop, CANCEL, id, headers);
  }),
  'correctAddress 422 REGION_NOT_CHANGEABLE': changeable(async (shop) => {
    const { id, cookie } = await paidOrder(shop);
    const elsewhere = { ...CORRECT, body: { address: { ...ADDRESS, country: 'FR' } } };
    return ask(shop, elsewhere, id, { cookie });
  }),
};
