import { until } from '@shop/shop-harness/until';
import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { withKey } from '../staff-keys';
import { usual } from './scenario';
import type { Scenarios } from './scenario';
import { paidNumber, shipped, tell } from './staff-calls';
import { ofStaff } from './staff-reads';
import type { AskStaff } from './staff-reads';
import { declareWithdrawal } from './withdrawal';

const DELIVERIES = '/api/staff/deliveries';
const SHIPMENTS = '/api/staff/shipments';
const WITHDRAWALS = '/api/staff/withdrawals';

const get =
  (path: string): AskStaff =>
  (shop, headers) =>
    shop.ask(path, { headers: { ...withKey(), ...headers } });

/** The last page of a list, which has no next. */
async function lastPage(shop: ConformanceShop, path: string): Promise<Answer> {
  let answer = await get(path)(shop, {});
  for (;;) {
    const { next } = JSON.parse(answer.body) as { next?: string | null };
    if (!next) return answer;
    answer = await get(`${path}&after=${next}`)(shop, {});
  }
}

export const staffListScenarios: Scenarios = {
  'staffDeliveries 200': usual(async (shop) => {
    await paidNumber(shop);
    const path = `${DELIVERIES}?channel=mail&outcome=sent`;
    return until(
      () => lastPage(shop, path),
      ({ body }) => body.includes('confirmation_mail'),
      { timeoutMs: 10_000 },
    );
  }),
  ...ofStaff('staffDeliveries', get(DELIVERIES)),
  'staffDeliveries 400 INVALID_REQUEST': usual((shop) =>
    get(`${DELIVERIES}?channel=fax`)(shop, {}),
  ),

  'staffShipments 200': usual(async (shop) => {
    const { number, id } = await shipped(shop);
    await tell(shop, number, id, { at: new Date().toISOString(), status: 'lost' });
    return lastPage(shop, `${SHIPMENTS}?status=lost`);
  }),
  ...ofStaff('staffShipments', get(SHIPMENTS)),
  'staffShipments 400 INVALID_REQUEST': usual((shop) => get(`${SHIPMENTS}?after=1`)(shop, {})),

  'staffWithdrawals 200': usual(async (shop) => {
    const orderNumber = await paidNumber(shop);
    await declareWithdrawal(shop, { orderNumber, items: 'the blue one', reason: 'too small' });
    return get(WITHDRAWALS)(shop, {});
  }),
  ...ofStaff('staffWithdrawals', get(WITHDRAWALS)),
  'staffWithdrawals 400 INVALID_REQUEST': usual((shop) =>
    get(`${WITHDRAWALS}?filter=all`)(shop, {}),
  ),
};
