import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, like, sql } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { orderOf } from '../../testing/orders';
import { postJson } from '../../testing/post-json';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { columnsWith } from '../../testing/text-columns';
import { until } from '../../testing/until';
import { queueSearch } from '../../testing/waiting-search';
import { confirmationGrants } from '../database/schema/access-tables';
import {
  staffActions,
  staffPeople,
  staffSessions,
  staffSignIns,
} from '../database/schema/staff-tables';
import { orders, webhookEvents } from '../database/schema/tables';
import type { OrderRow } from '../database/schema/tables';
import { deadLetters, queues } from '../jobs/queues';
import { SweepService } from '../order/reconciliation/sweep.service';

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

describe.each(engines)('the sweep tidies up, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  const sweep = () => api.app.get(SweepService, { strict: false }).sweep();

  /** An order of a checkout of its own, changed to what the case needs. */
  async function orderWith(changes: Partial<OrderRow>): Promise<string> {
    const { body } = await new Shopper(api).checkout();
    const { id } = await orderOf(api, sessionIdOf(body.url));
    await api.database.queries
      .update(orders)
      .set({ watched: false, ...changes })
      .where(eq(orders.id, id));
    return id;
  }

  it('and removes orders that expired unpaid long ago, no others', async () => {
    const expired = { status: 'expired', createdAt: daysAgo(91) } as const;
    const cases: Record<string, Partial<OrderRow>> = {
      old: expired,
      younger: { ...expired, createdAt: daysAgo(89) },
      'tried to pay': { ...expired, stripePaymentIntentId: 'pi_1' },
      'looked at': { ...expired, reviewReason: 'another amount' },
      failed: { ...expired, status: 'payment_failed' },
      paid: { ...expired, status: 'paid', paidAt: daysAgo(91) },
      waiting: { ...expired, status: 'pending' },
    };
    const ids = new Map<string, string>();
    for (const [name, changes] of Object.entries(cases)) ids.set(await orderWith(changes), name);
    await sweep();
    const rows = await api.database.queries.select({ id: orders.id }).from(orders);
    const kept = rows.flatMap(({ id }) => ids.get(id) ?? []);
    expect(kept.sort()).toEqual(
      Object.keys(cases)
        .filter((name) => name !== 'old')
        .sort(),
    );
  });

  it('and removes grants that have expired, no others', async () => {
    const orderId = await orderWith({});
    const grant = (browserHash: string, days: number) => {
      return { orderId, browserHash, expiresAt: daysAgo(days), grantedAt: daysAgo(1) };
    };
    await api.database.queries
      .insert(confirmationGrants)
      .values([grant('old', 0.001), grant('open', -1)]);
    await sweep();
    const rows = await api.database.queries
      .select({ browser: confirmationGrants.browserHash })
      .from(confirmationGrants)
      .where(eq(confirmationGrants.orderId, orderId));
    expect(rows).toEqual([{ browser: 'open' }]);
  });

  it('and removes events that were handled long ago, or never had to be, no others', async () => {
    const event = (id: string, days: number, handled: boolean, subjectId: string | null) => ({
      id: `evt_age_${id}`,
      type: 'charge.updated',
      livemode: false,
      subjectId,
      receivedAt: daysAgo(days),
      handledAt: handled ? daysAgo(days) : null,
    });
    await api.database.queries
      .insert(webhookEvents)
      .values([
        event('old', 91, true, 'cs_test_1'),
        event('of_no_order', 91, false, null),
        event('waiting', 91, false, 'cs_test_1'),
        event('younger', 89, true, 'cs_test_1'),
      ]);
    await sweep();
    const rows = await api.database.queries
      .select({ id: webhookEvents.id })
      .from(webhookEvents)
      .where(like(webhookEvents.id, 'evt_age_%'));
    expect(rows.map(({ id }) => id).sort()).toEqual(['evt_age_waiting', 'evt_age_younger']);
  });

  it('and removes what staff did three years ago, and sessions that ended long ago, no others', async () => {
    const { queries } = api.database;
    const personId = randomUUID();
    const person = {
      id: personId,
      name: 'Anna',
      role: 'operator',
      createdAt: daysAgo(2000),
    } as const;
    await queries.insert(staffPeople).values(person);
    const action = (days: number) => ({ at: daysAgo(days), who: 'Anna', action: `age ${days}` });
    await queries.insert(staffActions).values([action(1096), action(1094)]);
    const ended = (days: number) => ({ tokenHash: `${days}`, personId, expiresAt: daysAgo(days) });
    const session = (days: number) => ({ ...ended(days), createdAt: daysAgo(days + 1) });
    await queries.insert(staffSessions).values([session(91), session(89)]);
    await queries.insert(staffSignIns).values([ended(91), ended(89)]);
    await sweep();
    const actions = await queries.select().from(staffActions).where(eq(staffActions.who, 'Anna'));
    expect(actions.map((row) => row.action)).toEqual(['age 1094']);
    const sessions = await queries.select().from(staffSessions);
    const links = await queries
      .select()
      .from(staffSignIns)
      .where(eq(staffSignIns.personId, personId));
    expect([...sessions, ...links].map(({ tokenHash }) => tokenHash)).toEqual(['89', '89']);
  });

  it('and removes searches for orders that have ended, no others', async () => {
    const search = (email: string) => postJson(api, '/api/orders/find', { email });
    expect((await search('answered@example.org')).status).toBe(204);
    await until(
      async () => {
        const { rows } = await api.database.queries.execute<{ waiting: number }>(
          sql`select count(*)::int as waiting from pgboss.job
            where name = 'order.find' and state < 'completed'`,
        );
        return rows[0]?.waiting;
      },
      (waiting) => waiting === 0,
    );
    await queueSearch(api, 'waits@example.org');
    await sweep();
    expect(await columnsWith(api.database, ['answered@example.org'])).toEqual([]);
    expect(await columnsWith(api.database, ['waits@example.org'])).toEqual(['pgboss.job.data']);
  });

  it('and removes e-mails that were written as files long ago, no others', async () => {
    const folder = join(api.env['DATA_DIR'] ?? '', 'mail');
    await mkdir(folder, { recursive: true });
    for (const days of [91, 89]) {
      const file = join(folder, `of-${days}.eml`);
      await writeFile(file, '');
      await utimes(file, daysAgo(days), daysAgo(days));
    }
    await sweep();
    const files = await readdir(folder);
    expect(files.filter((file) => file.startsWith('of-'))).toEqual(['of-89.eml']);
  });

  it('and the queue keeps jobs that have ended for a week, and dead letters for a year', async () => {
    const { rows } = await api.database.queries.execute<{
      name: string;
      ended: number;
      waiting: number;
    }>(sql`select name, deletion_seconds as ended, retention_seconds as waiting from pgboss.queue`);
    const DAY_S = 24 * 60 * 60;
    for (const name of [...Object.keys(queues), ...deadLetters])
      // A search for orders carries an e-mail address.
      expect(rows.find((row) => row.name === name)).toMatchObject({
        ended: name === 'order.find' ? 60 : 7 * DAY_S,
      });
    for (const name of deadLetters)
      expect(rows.find((row) => row.name === name)).toMatchObject({ waiting: 365 * DAY_S });
  });
});
