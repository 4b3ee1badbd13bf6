import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';
import { orders } from '../database/schema/tables';

/** A name as an older version of the API has stored it. */
const NAME = 'Jen\x1b[2J\x1b]0;owned\x07ny\r\nstatus: paid\x9b31m \u202eneso\u2028R';
const EMAIL = 'jenny.secret@example.com';

const RAW = /(?!\n)\p{Cc}|[\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** The embedded database is the API's alone: there, commands are tried without an API in orders.process.spec.ts. */
const shared = engines.filter((engine) => engine === 'postgres');

(shared.length > 0 ? describe : describe.skip)('what a shopper typed, at the terminal', () => {
  let api: TestApi;
  let sessionId: string;
  beforeAll(async () => {
    api = await startTestApi('postgres');
    const { body } = await new Shopper(api).checkout();
    sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId, { email: EMAIL });
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    await api.database.queries
      .update(orders)
      .set({ customerName: NAME })
      .where(eq(orders.id, order.id));
  }, 60_000);
  afterAll(() => api?.stop());

  const command = (args: string[]) => runHere('orders', args, api.env);
  const program = (args: string[], env: Record<string, string> = {}) =>
    runProgram('orders', args, { ...api.env, ...env });

  it('is shown escaped, as text and as JSON', async () => {
    const { out } = await program(['show', EMAIL, '--all']);
    expect(out).not.toMatch(RAW);
    expect(out).toContain('customerName: Jen\\u001b[2J');
    expect(out).not.toMatch(/^status: paid/m);
    const json = await command(['show', sessionId, '--json']);
    expect(json.out).not.toMatch(RAW);
    expect(JSON.parse(json.out)).toMatchObject({ orders: [{ order: { customerName: NAME } }] });
  });

  it('is not repeated by a command that fails', async () => {
    await refuseUpdates(api);
    const { code, out, error } = await program(['sync', sessionId]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toBe('The command failed. The database refused a statement. [P0001]\n');
  });

  it('is not repeated where a database is away, nor where no order is found', async () => {
    const away = { DATABASE_URL: 'postgres://shop:secret@127.0.0.1:9/shop' };
    const { code, error } = await program(['show', EMAIL], away);
    expect(code).toBe(1);
    expect(error).toBe(
      'The database at DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:9\n',
    );
    const none = await command(['show', 'nobody@example.com']);
    expect(none.error).toBe('No order has this session, order number or e-mail address.\n');
  });

  it('is escaped also where a person has pasted it', async () => {
    const { code, error } = await command(['sync', 'cs_\x1b[2J\n\u202e']);
    expect(code).toBe(1);
    expect(error).toBe('cs_\\u001b[2J\\u000a\\u202e is not a Checkout Session id.\n');
  });
});

/** Each writing of an order fails, with an error that repeats the row. */
async function refuseUpdates({ database }: TestApi): Promise<void> {
  await database.queries.execute(
    sql.raw(`create function refuse() returns trigger language plpgsql as $$
      begin raise exception '% is refused', new.email using detail = new::text; end $$`),
  );
  await database.queries.execute(
    sql.raw('create trigger refuse before update on orders for each row execute function refuse()'),
  );
}
