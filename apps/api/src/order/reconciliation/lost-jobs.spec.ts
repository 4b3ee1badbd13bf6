import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WithdrawalReceipt } from '@shop/contract';
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { untilDone, untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { orders } from '../../database/schema/tables';
import type { OrderRow } from '../../database/schema/tables';
import { withdrawalDeliveries, withdrawals } from '../../database/schema/withdrawal-tables';
import { SweepService } from './sweep.service';

/** How a job that is there can stand, and whether another one is queued all the same. */
const STANDINGS: [standing: string, suffix: string, state: string, isLost: boolean][] = [
  ['waits', '', 'created', false],
  ['waits for its next try', '', 'retry', false],
  ['runs', '', 'active', false],
  ['is a dead letter, which a person decides about', '.dead', 'created', false],
  ['has failed and left no dead letter', '', 'failed', true],
];

describe.each(engines)('what waits for a job that is gone, on the %s database', (engine) => {
  let api: TestApi;
  let turn = 0;
  beforeAll(async () => {
    api = await startTestApi(engine, {
      shop: { cancellation: { minutes: 30 }, withdrawal: { offer: 'all', days: 14 } },
    });
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => query('delete from pgboss.job'));

  const query = async (text: string) => (await api.database.queries.execute(sql.raw(text))).rows;
  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();
  const jobsWith = (name: string, value: string) =>
    query(`select id from pgboss.job where name = '${name}' and data::text like '%${value}%'`);
  const jobAs = (name: string, data: object, state: string) =>
    query(
      `insert into pgboss.job (name, data, state, start_after)
        values ('${name}', '${JSON.stringify(data)}', '${state}', now() + interval '1 hour')`,
    );

  /** A paid order as if it had been cancelled so long ago, and its job had been lost. */
  async function cancelled(minutesAgo: number, changes: Partial<OrderRow> = {}) {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    const cancelledAt = new Date(Date.now() - minutesAgo * 60_000);
    await api.database.queries
      .update(orders)
      .set({ cancelledAt, cancelRefund: 'due', ...changes })
      .where(eq(orders.id, order.id));
    return { ...order, session };
  }
  const forget = ({ id }: OrderRow) =>
    api.database.queries.update(orders).set({ cancelRefund: 'none' }).where(eq(orders.id, id));

  it('is the refund of a cancelled order: it is made once, by sweeps of the same moment', async () => {
    const order = await cancelled(11);
    await Promise.all([sweep(), sweep(), sweep()]);
    await untilOrder(api, order.session, ({ cancelRefund }) => cancelRefund === 'started');
    const payment_intent = order.stripePaymentIntentId ?? '';
    const { data } = await api.stripe.refunds.list({ payment_intent });
    expect(data.map(({ amount }) => amount)).toEqual([order.totalMinor]);
    await sweep();
    expect(await jobsWith('order.cancellation', order.id)).toHaveLength(1);
  });

  it.each<[string, number, Partial<OrderRow>]>([
    ['was cancelled a moment ago', 9, {}],
    ['is of another deployment', 60, { deploymentId: 'copied-from' }],
  ])('is not the refund of an order that %s', async (_what, minutesAgo, changes) => {
    const order = await cancelled(minutesAgo, changes);
    await sweep();
    expect(await jobsWith('order.cancellation', order.id)).toEqual([]);
    await forget(order);
  });

  it.each(STANDINGS)('is or is not the refund whose job %s', async (_, suffix, state, isLost) => {
    const order = await cancelled(60);
    await jobAs(`order.cancellation${suffix}`, { orderId: order.id }, state);
    const before = await jobsWith('order.cancellation', order.id);
    await sweep();
    const after = await jobsWith('order.cancellation', order.id);
    expect(after.length - before.length).toBe(isLost ? 1 : 0);
    await forget(order);
  });

  /** A withdrawal as if it had been declared so long ago, and its job had been lost before it had done anything. */
  async function declared(minutesAgo: number): Promise<string> {
    const email = `shopper.${(turn += 1)}@example.com`;
    const { body } = await postJson<WithdrawalReceipt>(api, '/api/orders/withdrawals', {
      name: 'Jenny Rosen',
      email,
      orderNumber: 'R7K3-M9QX',
    });
    const { reference } = body;
    await untilAcknowledged(reference);
    await query('delete from pgboss.job');
    const receivedAt = new Date(Date.now() - minutesAgo * 60_000);
    await api.database.queries
      .update(withdrawals)
      .set({ receivedAt, acknowledged: null })
      .where(eq(withdrawals.reference, reference));
    await api.database.queries
      .delete(withdrawalDeliveries)
      .where(eq(withdrawalDeliveries.reference, reference));
    return reference;
  }
  const untilAcknowledged = (reference: string) =>
    until(
      () => query(`select acknowledged from withdrawals where reference = '${reference}'`),
      ([row]) => row?.['acknowledged'] === true,
    );
  const settle = (reference: string) =>
    api.database.queries
      .update(withdrawals)
      .set({ acknowledged: true })
      .where(eq(withdrawals.reference, reference));

  it('is the acknowledgement of a withdrawal', async () => {
    const reference = await declared(11);
    await Promise.all([sweep(), sweep(), sweep()]);
    await untilAcknowledged(reference);
    await sweep();
    expect(await jobsWith('order.withdrawal', reference)).toHaveLength(1);
  });

  it('is not one that was refused for good, nor one of a moment ago', async () => {
    const [refused, young] = [await declared(60), await declared(9)];
    const attempt = { reference: refused, attempt: 1, at: new Date(), code: '550' };
    await api.database.queries
      .insert(withdrawalDeliveries)
      .values({ ...attempt, outcome: 'refused' });
    await sweep();
    for (const reference of [refused, young]) {
      expect(await jobsWith('order.withdrawal', reference)).toEqual([]);
      await settle(reference);
    }
  });

  it.each(STANDINGS)('is or is not the one whose job %s', async (_, suffix, state, isLost) => {
    const reference = await declared(60);
    await jobAs(`order.withdrawal${suffix}`, { reference }, state);
    const before = await jobsWith('order.withdrawal', reference);
    await sweep();
    const after = await jobsWith('order.withdrawal', reference);
    expect(after.length - before.length).toBe(isLost ? 1 : 0);
    await settle(reference);
  });
});
