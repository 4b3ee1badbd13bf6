import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffAudit, StaffEvents, WithdrawalReceipt } from '@shop/contract';
import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { untilDone, untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { staffActions } from '../../database/schema/staff-tables';
import { webhookEvents } from '../../database/schema/tables';
import { ErasureService } from './erasure.service';

const person = (name: string) => ({
  name,
  email: `${name.replace(' ', '.').toLowerCase()}@example.org`,
});
/** Says who it is about without her name. */
const SAID = 'her sister Wanda has called';

describe.each(usualEngines)('the reasons of staff, on the %s database', (engine) => {
  let api: TestApi;
  let operator: StaffBrowser;
  beforeAll(async () => {
    api = await startTestApi(engine, { shop: { withdrawal: { offer: 'all', days: 14 } } });
    operator = await StaffBrowser.open(api, 'otto', 'operator');
  }, 60_000);
  afterAll(() => api?.stop());

  async function bought(by: ReturnType<typeof person>) {
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId, by);
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    return { ...order, sessionId };
  }
  const act = async (path: string, reason: string) =>
    (await operator.act(`/api/staff/${path}`, { reason })).status;
  /** The id of an event about an order. */
  async function eventOf({ sessionId }: { sessionId: string }): Promise<string> {
    const { body } = await operator.get<StaffEvents>(`/api/staff/events?subject=${sessionId}`);
    return body.events[0]?.id ?? '';
  }
  /** Has an event of an order handled again. @returns its id */
  async function replay(order: { sessionId: string }, reason: string): Promise<string> {
    const id = await eventOf(order);
    expect(await act(`events/${id}/replay`, reason)).toBe(200);
    return id;
  }
  /** Has work queued again that failed for good. */
  async function retry(queue: string, data: object): Promise<void> {
    const { rows } = await api.database.queries.execute<{ id: string }>(
      sql`insert into pgboss.job (name, data, source_name, source_output, policy)
        values (${queue}, ${JSON.stringify(data)}::text::jsonb, ${queue.replace('.dead', '')},
          '{"code":"ECONNREFUSED"}', 'standard')
        returning id`,
    );
    expect(await act(`dead-letters/${rows[0]?.id}/retry`, SAID)).toBe(200);
  }
  /** Waits until the queue has no such job. */
  const untilNone = (jobs: SQL) =>
    until(
      async () =>
        (await api.database.queries.execute(sql`select from pgboss.job where ${jobs}`)).rows.length,
      (count) => count === 0,
    );
  async function erase(email: string) {
    await untilNone(sql`name in ('webhook.event', 'order.withdrawal') and state < 'completed'`);
    await untilNone(sql`name = 'order.deliver' and state = 'active'`);
    const erasure = api.app.get(ErasureService, { strict: false });
    return erasure.erase(email, 'asked for it by letter', false);
  }
  /** What there is to read in the audit, oldest first. */
  const reasons = async () =>
    (await operator.get<StaffAudit>('/api/staff/audit')).body.actions
      .flatMap(({ action, reason }) => (reason === null ? [] : [`${action}: ${reason}`]))
      .reverse();

  it('go with the person of an order or an event, also when the event is not kept any more, no others', async () => {
    const [vera, ulf] = [person('Vera Kieselbach'), person('Ulf Rehbein')];
    const [first, second, his] = [await bought(vera), await bought(vera), await bought(ulf)];
    expect(await act(`orders/${first.number}/sync`, SAID)).toBe(200);
    const old = await replay(first, SAID);
    const known = await replay(second, SAID);
    await replay(his, 'his card was stolen');
    await untilNone(sql`name = 'webhook.event' and state < 'completed'`);
    // Events are kept for a quarter of a year. An older version has not written down what one was about.
    await api.database.queries.delete(webhookEvents).where(eq(webhookEvents.id, old));
    await api.database.queries
      .update(staffActions)
      .set({ before: null })
      .where(eq(staffActions.subject, known));
    expect(await reasons()).toHaveLength(4);
    expect(await erase(vera.email)).toEqual({ orders: 2, withdrawals: 0 });
    expect(await reasons()).toEqual(['replayEvent: his card was stolen']);
  });

  it('go with the person of a payment, and of work that had failed', async () => {
    const rita = person('Rita Moosgruber');
    const order = await bought(rita);
    const declared = { ...rita, orderNumber: 'R7K3-M9QX' };
    const { body } = await postJson<WithdrawalReceipt>(api, '/api/orders/withdrawals', declared);
    await untilNone(sql`name = 'order.withdrawal' and state < 'completed'`);
    const before = await reasons();
    expect(await act(`payments/${order.sessionId}/settle`, SAID)).toBe(409);
    const subject = { stripeSessionId: order.sessionId };
    await retry('webhook.event.dead', { stripeEventId: await eventOf(order), subject });
    await retry('order.withdrawal.dead', { reference: body.reference });
    await retry('order.deliver.dead', { orderId: order.id, channel: 'mail' });
    expect((await reasons()).slice(before.length)).toHaveLength(4);
    await untilNone(sql`name = 'order.deliver' and state < 'completed'`);
    expect(await erase(rita.email)).toEqual({ orders: 1, withdrawals: 1 });
    expect(await reasons()).toEqual(before);
  });

  it('go with the person whom they name, where they are about no order', async () => {
    const nora = person('Nora Federspiel');
    await bought(nora);
    const before = await reasons();
    const others = 'the mail server was down';
    for (const reason of [`${nora.name.toUpperCase()} has called`, `for ${nora.email}`, others])
      expect(await act('dead-letters/retry', reason)).toBe(200);
    expect(await erase(nora.email)).toEqual({ orders: 1, withdrawals: 0 });
    expect(await reasons()).toEqual([...before, `retryDeadLetters: ${others}`]);
  });
});
