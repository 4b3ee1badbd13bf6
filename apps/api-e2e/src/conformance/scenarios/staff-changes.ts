import { randomUUID } from 'node:crypto';
import type { ConformanceShop } from '../conformance-shop';
import { reviewedNumbers } from '../staff-keys';
import { ADDRESS } from './order-change';
import { usual } from './scenario';
import type { Scenarios } from './scenario';
import { act, impossible, ofActions, onOrder, withoutStripe } from './staff-actions';
import { paidNumber, UNKNOWN } from './staff-calls';
import type { Headers } from './staff-calls';

const WHY = { reason: 'she has called' };
const TO_ADDRESS = { ...WHY, address: ADDRESS };
const TO_EMAIL = { ...WHY, email: 'corrected@example.com' };
const { withoutSession, withSession, erased } = reviewedNumbers;

/** POST of a refund, with a key of its own. */
const refund =
  (number: string = UNKNOWN, right: object = WHY) =>
  (shop: ConformanceShop, body: object = right, headers: Headers = {}) =>
    act(`orders/${number}/refund`)(shop, body, { 'idempotency-key': randomUUID(), ...headers });

/** What every change of an order answers. */
const ofChanges = (
  operation: string,
  path: string,
  body: object,
  impossibleNumber: string = withoutSession,
): Scenarios => ({
  ...ofActions(operation, onOrder(path, UNKNOWN, body)),
  [`${operation} 404 ORDER_NOT_FOUND`]: impossible(onOrder(path, UNKNOWN, body)),
  [`${operation} 409 ACTION_NOT_POSSIBLE`]: impossible(onOrder(path, impossibleNumber, body)),
});

export const staffChangeScenarios: Scenarios = {
  'cancelForShopper 200': usual(async (shop) => onOrder('cancel', await paidNumber(shop))(shop)),
  ...ofChanges('cancelForShopper', 'cancel', WHY),

  'refundOrder 200': usual(async (shop) =>
    refund(await paidNumber(shop))(shop, { ...WHY, amountMinor: 100 }),
  ),
  ...ofActions('refundOrder', refund()),
  'refundOrder 400 INVALID_IDEMPOTENCY_KEY': usual((shop) =>
    refund()(shop, WHY, { 'idempotency-key': ' ' }),
  ),
  'refundOrder 404 ORDER_NOT_FOUND': impossible(refund()),
  'refundOrder 409 ACTION_NOT_POSSIBLE': impossible(refund(withoutSession)),
  'refundOrder 409 IDEMPOTENCY_KEY_REUSED': usual(async (shop) => {
    const number = await paidNumber(shop);
    const key = { 'idempotency-key': randomUUID() };
    await refund(number)(shop, { ...WHY, amountMinor: 100 }, key);
    return refund(number)(shop, { ...WHY, amountMinor: 200 }, key);
  }),
  'refundOrder 503 STRIPE_UNAVAILABLE': withoutStripe(refund(withSession)),

  'setAddress 200': {
    environment: 'withoutWithdrawals',
    ask: async (shop) => onOrder('delivery-address', await paidNumber(shop), TO_ADDRESS)(shop),
  },
  ...ofChanges('setAddress', 'delivery-address', TO_ADDRESS),

  'setEmail 200': usual(async (shop) => onOrder('email', await paidNumber(shop), TO_EMAIL)(shop)),
  ...ofChanges('setEmail', 'email', TO_EMAIL, erased),
};
