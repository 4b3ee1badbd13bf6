import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { describeOnPostgres } from '../../testing/engines';
import { createOlderDatabase } from '../../testing/older-database';
import { outcomesOf, untilDone, untilOrder } from '../../testing/orders';
import { runHere } from '../../testing/run-here';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { orders } from '../database/schema/tables';
import type { OrderRow } from '../database/schema/tables';
import { staffActions } from '../database/schema/staff-tables';

// The embedded database belongs to one process.
describeOnPostgres('npm run orders -- restored', () => {
  let api: TestApi;
  let order: OrderRow;
  beforeAll(async () => {
    api = await startTestApi('postgres');
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session);
    order = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
  }, 60_000);
  afterAll(() => api?.stop());

  async function answerOf(words: string[], env: Record<string, string>): Promise<unknown> {
    const { code, out } = await runHere('orders', [...words, '--json'], env);
    expect(code).toBe(0);
    return JSON.parse(out);
  }
  const command = (...args: string[]) => answerOf(['restored', ...args], api.env);
  const refund = async (amount: number) => {
    await api.sandbox.call('POST', `sessions/${order.stripeSessionId}/refund`, { amount });
    return untilOrder(api, order.stripeSessionId ?? '', ({ refunds }) =>
      refunds.some(({ amountMinor }) => amountMinor === amount),
    );
  };
  const isHeld = async () => {
    const [row] = await api.database.queries.select().from(orders).where(eq(orders.id, order.id));
    return row?.tellingHeldAt !== null;
  };

  it('hold lets what an order has to tell wait, and list names it', async () => {
    expect(await command('list')).toEqual({ count: 0, orders: [] });
    expect(await command('hold')).toEqual({ held: 1 });
    expect(await command('list')).toEqual({ count: 0, orders: [] });
    const { refunds } = await refund(100);
    const waiting = [`refund_mail:${refunds[0]?.id}`];
    expect(await command('list')).toEqual({
      count: 1,
      orders: [
        {
          orderNumber: order.number,
          status: 'paid',
          createdAt: order.createdAt.toISOString(),
          rebuiltAt: null,
          waiting,
        },
      ],
    });
  });

  it('told ends it as sent, once', async () => {
    const told = { orderNumber: order.number, wasHeld: true, steps: 1 };
    const reason = 'the warehouse has the list';
    expect(await command('told', order.number, '--reason', reason)).toEqual(told);
    expect(await isHeld()).toBe(false);
    expect((await outcomesOf(api, order.id)).map(([, outcome]) => outcome)).toEqual([
      'sent',
      'sent',
    ]);
    const again = { orderNumber: order.number, wasHeld: false, steps: 0 };
    expect(await command('told', order.number)).toEqual(again);
    const [action] = await api.database.queries
      .select()
      .from(staffActions)
      .where(eq(staffActions.action, 'markTold'));
    expect(action).toMatchObject({
      orderNumber: order.number,
      reason,
      before: { tellingHeld: true },
      after: { tellingHeld: false },
      status: 200,
    });
  });

  it('tell --all sends what waits', async () => {
    await command('hold');
    const { refunds } = await refund(200);
    expect(await command('tell', '--all')).toEqual({ orders: 1, steps: 1 });
    await untilDone(api, order.id, [
      'confirmation_mail',
      ...refunds.map(({ id }) => `refund_mail:${id}`),
    ]);
    expect(await isHeld()).toBe(false);
  });

  it('hold takes a dump of an older version, and what happened since waits', async () => {
    const older = await createOlderDatabase(api);
    try {
      const DEPLOYMENT_ID = order.deploymentId ?? '';
      const env = { ...api.env, ...older.env, DEPLOYMENT_ID };
      const { refunds } = await refund(50);
      const since = refunds.find(({ amountMinor }) => amountMinor === 50);
      const refused = await runHere('orders', ['restored', 'list'], env);
      expect(refused).toMatchObject({
        code: 1,
        error: expect.stringContaining('run npm run orders -- restored hold before that start'),
      });
      expect(await answerOf(['restored', 'hold'], env)).toEqual({ held: 1 });
      await answerOf(['sync', order.stripeSessionId ?? ''], env);
      expect(await answerOf(['restored', 'list'], env)).toMatchObject({
        count: 1,
        orders: [
          {
            orderNumber: order.number,
            waiting: expect.arrayContaining([`refund_mail:${since?.id}`]),
          },
        ],
      });
    } finally {
      await older.drop();
    }
  }, 60_000);

  it.each([
    [[]],
    [['undo']],
    [['list', 'all']],
    [['hold', '--all']],
    [['tell']],
    [['told', 'R7K3-M9QX', '--all']],
    [['tell', 'R7K3-M9QX', 'R7K3-M9QX']],
  ])('refuses %j', async (args) => {
    expect((await runHere('orders', ['restored', ...args], api.env)).code).toBe(2);
  });

  it('refuses an order that nobody knows', async () => {
    expect((await runHere('orders', ['restored', 'tell', 'R7K3-M9QX'], api.env)).code).toBe(1);
  });
});
