import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { OrderFilter, StaffOrder, StaffOrders, StaffOverview } from '@shop/contract';
import { engines } from '../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../testing/orders';
import { planOf } from '../../testing/plan-of';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { StaffBrowser } from '../../testing/staff-browser';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { orders } from '../database/schema/tables';
import type { OrderRefund } from '../database/schema/tables';
import { createOrderNumber } from '../order/order-number';
import { ordersOf } from './order-lists';

const NOW = '2026-11-28T12:00:00.000Z';
const PRICE = 2400;

const refunds = (...made: [status: OrderRefund['status'], amountMinor: number][]) => ({
  refunds: made.map(([status, amountMinor], at) => {
    return { id: `re_${at}`, amountMinor, status, presentment: null, createdAt: NOW };
  }),
});
const dispute = (status: string) => ({
  dispute: { id: 'dp_1', status, amountMinor: PRICE, dueBy: null },
});
const DISPUTES = ['needs_response', 'under_review', 'lost', 'won', 'warning_needs_response', 'new'];
const warned = { fraud_warned_at: NOW };
const refused = { cancelled_at: NOW, cancel_refund: 'refused' };
const reviewed = { review_reason: 'another amount' };

/** What orders are like that one list or another has, and others that none has. */
const LIKE: object[] = [
  {},
  { session_state: 'payment_review', status: 'processing' },
  { session_state: 'payment_review', ...reviewed },
  { session_state: 'payment_review', ...reviewed, review_resolved_at: NOW },
  { session_state: 'checking', status: 'processing' },
  { session_state: 'checking', ...reviewed },
  { session_state: 'checking', ...reviewed, review_resolved_at: NOW },
  warned,
  { ...warned, refunded_minor: 400, ...refunds(['succeeded', 400]) },
  { ...warned, refunded_minor: PRICE, ...refunds(['succeeded', PRICE]) },
  { ...warned, ...refunds(['pending', PRICE]) },
  { ...warned, ...refunds(['failed', PRICE]) },
  ...DISPUTES.map((status) => ({ ...warned, ...dispute(status) })),
  ...DISPUTES.map((status) => ({ ...refused, ...dispute(status) })),
  refused,
  { ...refused, refunded_minor: 400, ...refunds(['succeeded', 400]) },
  { ...refused, ...refunds(['failed', PRICE], ['pending', PRICE]) },
  { ...refused, cancel_refund: 'started' },
  refunds(['failed', 1000]),
  refunds(['failed', 1000], ['succeeded', 400]),
  refunds(['failed', 1000], ['succeeded', 400], ['pending', 600]),
  refunds(['succeeded', 1400], ['failed', 1000]),
  refunds(['failed', 1000], ['failed', 400], ['succeeded', 400]),
  refunds(['failed', 400], ['failed', 400], ['requires_action', 400]),
  refunds(['succeeded', 400]),
];

describe.each(engines)('lists of orders that wait for a person, on the %s database', (engine) => {
  let api: TestApi;
  let operator: StaffBrowser;
  beforeAll(async () => {
    api = await startTestApi(engine);
    operator = await StaffBrowser.open(api, 'anna', 'operator');
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session);
    const { id } = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, id, ['confirmation_mail']);
    expect((await orderOf(api, session)).totalMinor).toBe(PRICE);
    for (const like of LIKE) await plant(id, like);
  }, 60_000);
  afterAll(() => api?.stop());

  /** A copy of a paid order, changed so. No session at Stripe is its, so nothing changes it. */
  const plant = (id: string, changes: object) => {
    const own = { id: randomUUID(), number: createOrderNumber(), idempotency_key: randomUUID() };
    const columns = { ...own, stripe_session_id: null, stripe_payment_intent_id: null, ...changes };
    return api.database.queries.execute(
      sql`insert into orders select copy.* from orders,
          jsonb_populate_record(orders, ${JSON.stringify(columns)}::jsonb) as copy
        where orders.id = ${id}::uuid`,
    );
  };
  const listed = async (query: string) => {
    const { body } = await operator.get<StaffOrders>(`/api/staff/orders?${query}`);
    expect(body.next).toBeNull();
    return body.orders.map(({ number }) => number).sort();
  };
  const faultsOf = async (number: string) => {
    const { body } = await operator.get<StaffOrder>(`/api/staff/orders/${number}`);
    return body.wrong.map(({ code }) => code);
  };
  const needs = async () => (await operator.get<StaffOverview>('/api/staff/overview')).body.needs;

  it.each<[filter: OrderFilter, need: string, faults: string[]]>([
    ['review_open', 'review_open', ['review_open']],
    ['evidence_due', 'dispute_open', ['dispute_open', 'inquiry_open']],
    ['state_unknown', 'state_unknown', ['state_unknown']],
    ['payment_review', 'payment_review', ['payment_review']],
    ['fraud_warning', 'fraud_warning', ['fraud_warning']],
    ['refund_refused', 'refund_refused', ['refund_refused']],
    ['refund_failed', 'refund_failed', ['refund_failed']],
  ])('%s has those whose page says so, and they are counted', async (filter, need, faults) => {
    const numbers: string[] = [];
    for (const number of await listed('')) {
      const found = await faultsOf(number);
      if (faults.some((code) => found.includes(code))) numbers.push(number);
    }
    expect(numbers).not.toEqual([]);
    expect(await listed(`filter=${filter}`)).toEqual(numbers);
    expect((await needs()).find(({ code }) => code === need)).toMatchObject({
      count: numbers.length,
      orders: filter,
    });
  });

  it.each<[filter: OrderFilter, index: string]>([
    ['state_unknown', 'orders_unclear'],
    ['payment_review', 'orders_unclear'],
    ['fraud_warning', 'orders_fraud_warned'],
    ['refund_refused', 'orders_refund_refused'],
    ['refund_failed', 'orders_refund_failed'],
  ])('%s is found by the index %s', async (filter, index) => {
    const which = ordersOf({ filter, now: new Date() });
    expect(await planOf(api, sql`select id from ${orders} where ${which}`)).toContain(index);
  });
});
