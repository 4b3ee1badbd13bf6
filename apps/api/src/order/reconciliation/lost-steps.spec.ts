import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import type { OrderRow } from '../../database/schema/tables';
import { LostStepsService } from './lost-steps.service';
import { SweepService } from './sweep.service';

const A_MINUTE_MS = 60 * 1000;

describe.each(engines)('a staged step whose job is gone, on the %s database', (engine) => {
  let api: TestApi;
  const warned = jest.spyOn(Logger.prototype, 'warn');
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => query('delete from pgboss.job'));

  const query = async (text: string) => (await api.database.queries.execute(sql.raw(text))).rows;
  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();
  const count = () => api.app.get(LostStepsService, { strict: false }).count();
  const mailsOf = async ({ number }: OrderRow) =>
    (await api.mails()).filter((mail) => mail.includes(number)).length;

  /** An order whose only step is as if it had been staged and never done. */
  async function notDone(minutesAgo: number): Promise<OrderRow> {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    await query('delete from pgboss.job');
    await undo(order, minutesAgo);
    return order;
  }
  const undo = ({ id }: OrderRow, minutesAgo: number) =>
    query(
      `update fulfilments set done_at = null, staged_at = now() - interval '${minutesAgo} minutes'
        where order_id = '${id}'`,
    );
  const end = ({ id }: OrderRow) =>
    query(`update fulfilments set done_at = now() where order_id = '${id}'`);
  const jobOf = ({ id }: OrderRow, queue: string, state: string) =>
    query(
      `insert into pgboss.job (name, data, state, start_after) values ('${queue}',
        jsonb_build_object('orderId', '${id}', ${queue.startsWith('order.fulfil') ? `'step', 'confirmation_mail'` : `'channel', 'mail'`}), '${state}', now() + interval '1 hour')`,
    );

  it('is counted, sent again by the sweep, and done', async () => {
    const order = await notDone(11);
    expect(await count()).toBe(1);
    await sweep();
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(await count()).toBe(0);
    expect(await mailsOf(order)).toBe(1);
  });

  it('is sent once by sweeps of the same moment', async () => {
    const order = await notDone(11);
    warned.mockClear();
    const lost = api.app.get(LostStepsService, { strict: false });
    await Promise.all([sweep(), sweep(), sweep(), lost.count()]);
    await untilDone(api, order.id, ['confirmation_mail']);
    await sweep();
    const jobs = await query(`select from pgboss.job where name = 'order.deliver'`);
    expect(jobs).toHaveLength(1);
    const sentAgain = 'step sent again: its job was gone';
    expect(warned.mock.calls.filter(([, words]) => words === sentAgain)).toHaveLength(1);
  });

  it('is sent again when it is lost once more, although the queue keeps its first job', async () => {
    const order = await notDone(11);
    await sweep();
    await untilDone(api, order.id, ['confirmation_mail']);
    const ended = `select from pgboss.job where name = 'order.deliver' and state = 'completed'`;
    await until(
      () => query(ended),
      (jobs) => jobs.length === 1,
    );
    await undo(order, 11);
    expect(await count()).toBe(1);
    await later(api, A_MINUTE_MS, sweep);
    await untilDone(api, order.id, ['confirmation_mail']);
  });

  it('is not one of the deployment that the database was copied from', async () => {
    const order = await notDone(60);
    await query(`update orders set deployment_id = 'copied-from' where id = '${order.id}'`);
    expect(await count()).toBe(0);
    await sweep();
    expect(await query(`select from pgboss.job where name = 'order.deliver'`)).toEqual([]);
    await end(order);
  });

  it('is what only a step is that has waited long enough', async () => {
    const order = await notDone(9);
    expect(await count()).toBe(0);
    await end(order);
  });

  it.each([
    ['waits', 'order.deliver', 'created', 0],
    ['waits for its next try', 'order.deliver', 'retry', 0],
    ['runs', 'order.deliver', 'active', 0],
    ['is a dead letter, which a person decides about', 'order.deliver.dead', 'created', 0],
    ['has failed and left no dead letter', 'order.deliver', 'failed', 1],
    ['was cancelled', 'order.deliver', 'cancelled', 1],
    ['was queued by an older version', 'order.fulfil', 'created', 0],
    ['is one of another queue', 'webhook.event', 'created', 1],
  ])('is or is not what a step is whose job %s', async (_, queue, state, expected) => {
    const order = await notDone(60);
    await jobOf(order, queue, state);
    expect(await count()).toBe(expected);
    await end(order);
  });
});
