import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { databaseBroken, databaseUnavailable, FOREIGN, TOO_LARGE, usual } from './scenario';
import type { Scenario, Scenarios } from './scenario';

const PATH = '/api/orders/withdrawals';
/** How many withdrawals one address may declare in an hour. */
const MOST_OF_ADDRESS = 10;

/** POST /api/orders/withdrawals. */
export const declareWithdrawal = (
  shop: ConformanceShop,
  change: object = {},
  headers: Record<string, string> = {},
): Promise<Answer> =>
  shop.post(
    PATH,
    { name: 'Jenny Rosen', orderNumber: 'R7K3-M9QX', email: 'jenny.rosen@example.com', ...change },
    headers,
  );

const withoutWithdrawals = (ask: Scenario['ask']): Scenario => ({
  environment: 'withoutWithdrawals',
  ask,
});

export const withdrawalScenarios: Scenarios = {
  'declareWithdrawal 201': usual((shop) => declareWithdrawal(shop)),
  'declareWithdrawal 400 INVALID_REQUEST': usual((shop) =>
    declareWithdrawal(shop, { email: 'nobody' }),
  ),
  'declareWithdrawal 403 ORIGIN_NOT_ALLOWED': usual((shop) => declareWithdrawal(shop, {}, FOREIGN)),
  'declareWithdrawal 409 WITHDRAWAL_NOT_OFFERED': withoutWithdrawals((shop) =>
    declareWithdrawal(shop),
  ),
  'declareWithdrawal 413 PAYLOAD_TOO_LARGE': usual((shop) => shop.post(PATH, TOO_LARGE)),
  'declareWithdrawal 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    declareWithdrawal(shop, {}, { 'content-type': 'text/plain' }),
  ),
  'declareWithdrawal 429 RATE_LIMITED': usual(async (shop) => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const again = (reason: number) => declareWithdrawal(shop, { reason: `${reason}` }, headers);
    for (let n = 0; n < MOST_OF_ADDRESS; n += 1) await again(n);
    return again(MOST_OF_ADDRESS);
  }),
  'declareWithdrawal 500 INTERNAL_ERROR': databaseBroken((shop) => declareWithdrawal(shop)),
  'declareWithdrawal 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) =>
    declareWithdrawal(shop),
  ),
};
