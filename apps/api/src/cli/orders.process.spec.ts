import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot, writeShopFile } from '@shop/stack';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { createTestDatabase, usualEngines } from '../../testing/engines';
import { fulfilments } from '../database/schema/fulfilment-tables';
import { orders } from '../database/schema/tables';
import { deliverTo, thinEventAbout } from '../../testing/deliver-event';
import { lastCommands } from '../../testing/last-commands';
import { orderOf, untilDone, untilOrder } from '../../testing/orders';
import { createElsewhere, createInOtherDeployment } from '../../testing/foreign-session';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';

const run = promisify(execFile);

describe.each(usualEngines)('npm run orders, on the %s database', (engine) => {
  let api: TestApi;
  let sessionId: string;
  let orderNumber: string;
  beforeAll(async () => {
    api = await startTestApi(engine);
    const { body } = await new Shopper(api).checkout();
    sessionId = sessionIdOf(body.url);
    orderNumber = body.orderNumber;
    await api.sandbox.complete(sessionId, { email: 'On.Call@example.com' });
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
  }, 60_000);
  afterAll(() => api?.stop());

  function command(this: Record<string, string> | void, ...args: string[]) {
    return runHere('orders', args, { ...api.env, ...this });
  }
  const program = (...args: string[]) => runProgram('orders', args, api.env);

  it('explains itself', async () => {
    expect((await program('--help')).out).toContain('retry-dead');
    expect((await program('shwo', 'x')).code).toBe(engine === 'embedded' ? 1 : 2);
  });

  if (engine === 'embedded') {
    it('says which process holds the embedded database', async () => {
      const { code, error } = await program('show', sessionId);
      expect(code).toBe(1);
      expect(error).toContain(`in use by process ${process.pid}.`);
    });
    return;
  }

  it('reads a file .env where it is started, as it says', async () => {
    const { scripts } = JSON.parse(
      await readFile(join(repositoryRoot, 'package.json'), 'utf8'),
    ) as {
      scripts: Record<string, string>;
    };
    const [, ...words] = scripts['orders']?.split(' ') ?? [];
    const args = words.map((word) => (word.endsWith('.mjs') ? join(repositoryRoot, word) : word));
    await using folder = await mkdtempDisposable(join(tmpdir(), 'orders-'));
    const lines = Object.entries(api.env).map(([name, value]) => `${name}=${value}`);
    await writeFile(join(folder.path, '.env'), lines.join('\n'));
    const { stdout } = await run(process.execPath, [...args, 'show', sessionId], {
      cwd: folder.path,
      // The build that this spec depends on is there: as a task of Nx the script does not build again.
      env: { PATH: process.env['PATH'], NX_TASK_TARGET_PROJECT: 'api' },
    });
    expect(stdout).toContain(orderNumber);
  });

  it.each(['session', 'order number', 'e-mail'])('shows an order by its %s', async (by) => {
    const term = {
      session: sessionId,
      'order number': orderNumber,
      'e-mail': 'on.call@example.com',
    }[by];
    const { code, out } = await command('show', term ?? '', '--json');
    expect(code).toBe(0);
    const [shown] = (JSON.parse(out) as { orders: unknown[] }).orders;
    expect(shown).toMatchObject({
      order: { number: orderNumber, status: 'paid', stripeSessionId: sessionId },
      transitions: [
        {
          fromStatus: 'pending',
          toStatus: 'paid',
          cause: expect.stringMatching(/^(webhook evt_|page)/),
        },
      ],
      fulfilments: [{ step: 'confirmation_mail' }],
      stripe: { status: 'complete', paymentStatus: 'paid', amountTotalMinor: 2400 },
    });
    expect(shown).toHaveProperty('events.0', expect.objectContaining({ outcome: 'synced' }));
    expect((await command('show', term ?? '')).out).toContain(orderNumber);
  });

  it('shows first whether it is paid, what is wrong, what moved it and what to type next', async () => {
    const { out } = await command('show', orderNumber);
    expect(out.trimEnd().split('\n')).toEqual([
      `order: ${orderNumber}, $24.00, confirmed, ${sessionId}`,
      expect.stringMatching(/^paid: yes, 20\S+Z$/),
      'wrong: nothing',
      expect.stringMatching(/^moved: pending → paid, 20\S+Z, (webhook evt_|page)/),
      `next: nothing; the rest: npm run orders -- show ${orderNumber} --all`,
    ]);
    const all = await command('show', orderNumber, '--all');
    expect(all.out.startsWith(out)).toBe(true);
    expect(all.out).toContain('amountTotalMinor: 2400');
  });

  it('shows what is wrong as the console does, and what to type about it', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    await api.database.queries
      .update(fulfilments)
      .set({ outcome: 'undeliverable', note: 'last answer: 550' })
      .where(eq(fulfilments.orderId, order.id));
    const { out } = await command('show', order.number);
    expect(out).toMatch(/^wrong: An e-mail .*confirmation_mail.*550/m);
    const resend = `npm run orders -- resend ${order.number} --step confirmation_mail`;
    expect(out).toMatch(new RegExp(`^next: .* ${resend}$`, 'm'));
  });

  it('shows the thin events of an order too, which name neither it nor its payment', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    await untilOrder(api, id, ({ status }) => status === 'paid');
    await api.sandbox.switches({ drop: true });
    for (const [what, type] of [
      ['refund', 'v1.refund.created'],
      ['dispute', 'v1.charge.dispute.created'],
    ] as const) {
      const about = (await api.sandbox.call('POST', `sessions/${id}/${what}`, {
        amount: 100,
      })) as { id: string; charge: string };
      await deliverTo(api.url, thinEventAbout(type, about.id));
      await deliverTo(api.url, thinEventAbout('v1.charge.refunded', about.charge));
    }
    await api.sandbox.switches({ drop: false });
    await untilOrder(api, id, (order) => order.refundedMinor > 0 && order.disputedAt !== null);
    const shown = async () => {
      const { out } = await command('show', id, '--json');
      const [order] = (JSON.parse(out) as { orders: { events: { type: string }[] }[] }).orders;
      return order?.events.map(({ type }) => type) ?? [];
    };
    const types = ['v1.refund.created', 'v1.charge.refunded', 'v1.charge.dispute.created'];
    await until(shown, (events) => types.every((type) => events.includes(type)));
  });

  it('reads a session again', async () => {
    const { out } = await program('sync', sessionId, '--json');
    expect(JSON.parse(out)).toEqual({ outcome: 'synced', orderNumber, status: 'paid' });
  });

  it('corrects the address of an order, says why, and sends its confirmation again', async () => {
    const why = 'she called about it';
    const { code, out } = await program(
      'set-email',
      orderNumber,
      'on.call@example.org',
      '--reason',
      why,
    );
    expect([code, out]).toEqual([0, expect.stringContaining(orderNumber)]);
    expect((await command('show', 'on.call@example.org')).out).toContain(
      `command set-email: ${why}`,
    );
    await until(
      async () => (await api.mails()).filter((mail) => mail.includes('To: on.call@example.org')),
      (found) => found.length === 1,
    );
    expect((await command('set-email', orderNumber, 'on.call@example.org')).code).toBe(2);
    expect((await command('set-email', orderNumber, 'no address', '--reason', why)).code).toBe(2);
    await command('set-email', orderNumber, 'On.Call@example.com', '--reason', 'as before');
  });

  it('says of a session that is not ours whose it is', async () => {
    await api.sandbox.settings({ waitForWebhook: false });
    const said = async ({ id }: { id: string }) => {
      const { code, error } = await command('sync', id);
      expect(code).toBe(1);
      return error;
    };
    const staging = await createInOtherDeployment(api, 'staging');
    expect(await said(staging)).toContain(`${staging.id} belongs to the deployment staging, and`);
    const elsewhere = await createElsewhere(api);
    expect(await said(elsewhere)).toContain('no checkout of this shop made it and it is not paid');
    await api.sandbox.complete(elsewhere.id);
    expect(await said(elsewhere)).toContain(
      '"orderAdoption": "on" in shop.json makes an order of it',
    );
    await using folder = await mkdtempDisposable(join(tmpdir(), 'adopting-'));
    const SHOP_CONFIG = await writeShopFile(folder.path, { orderAdoption: 'on' });
    const { out } = await command.call({ SHOP_CONFIG }, 'sync', elsewhere.id, '--json');
    expect(JSON.parse(out)).toMatchObject({ outcome: 'synced', status: 'paid' });
    const { orders: found } = JSON.parse((await command('show', elsewhere.id, '--json')).out) as {
      orders: object[];
    };
    expect(found).toMatchObject([{ order: { origin: 'adopted' }, lines: [{ name: 'A mug' }] }]);
    await api.sandbox.settings({ waitForWebhook: true });
  }, 60_000);

  it('replays an event, which changes nothing that is done', async () => {
    const { data } = await api.stripe.events.list({ type: 'checkout.session.completed' });
    const { out } = await program('replay', data[0]?.id ?? '', '--json');
    expect(JSON.parse(out)).toMatchObject({ queued: true, type: 'checkout.session.completed' });
    expect(JSON.parse((await command('retry-dead', '--json')).out)).toEqual({
      retried: 0,
      ordersToSweep: 0,
    });
  });

  it('changes no tables, and says which command does', async () => {
    const { env, drop } = await createTestDatabase('postgres');
    const url = env['DATABASE_URL'] ?? '';
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('drop schema drizzle cascade');
    const { code, error } = await command.call({ DATABASE_URL: url }, 'review');
    const { rows } = await client.query(`select from pg_namespace where nspname = 'drizzle'`);
    await client.end();
    await drop();
    expect([code, rows]).toEqual([1, []]);
    expect(error.trim().split('\n')).toEqual([expect.stringContaining('npm start')]);
  });

  it('lists what waits for a person, and takes the decision', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.database.queries
      .update(orders)
      .set({ subtotalMinor: 1 })
      .where(eq(orders.stripeSessionId, id));
    await api.sandbox.complete(id);
    await untilOrder(api, id, ({ status }) => status === 'needs_review');
    const waiting = { orderNumber: body.orderNumber, reviewReason: 'another amount' };
    expect(JSON.parse((await program('review', '--json')).out)).toMatchObject({
      orders: [waiting],
    });
    const shown = (await command('show', body.orderNumber)).out;
    expect(shown).toMatch(/^wrong: .*another amount/m);
    expect(shown).toMatch(new RegExp(`^next: .*orders -- resolve ${body.orderNumber} --as <`, 'm'));
    const refused = await command('resolve', id, '--as', 'refused', '--reason', 'fraud');
    expect(refused.code).toBe(1);
    expect(refused.error).toContain(`Stripe still holds money for it: 2400 in minor units`);
    const words = ['resolve', body.orderNumber, '--as', 'paid', '--reason', 'a price changed'];
    expect(JSON.parse((await program(...words, '--json')).out)).toEqual({
      orderNumber: body.orderNumber,
      decision: 'paid',
      status: 'paid',
    });
    expect((await command('review')).out).toBe('orders:\n  none\n');
    const decided = { before: { status: 'needs_review' }, after: { status: 'paid' } };
    expect(await lastCommands(api, 2)).toMatchObject([
      { action: 'resolveOrder', reason: 'fraud', status: 409, code: 'ACTION_NOT_POSSIBLE' },
      { action: 'resolveOrder', reason: 'a price changed', status: 200, code: null, ...decided },
    ]);
  });

  it('writes down what it does, under the names of the console, and why', async () => {
    const { data } = await api.stripe.events.list({ type: 'checkout.session.completed' });
    const event = data[0]?.id ?? '';
    const why = ['--reason', 'she has called'];
    await command('sync', sessionId, ...why);
    await command('sync', 'cs_test_unknown');
    await command('replay', event, ...why);
    await command('replay', 'evt_unknown');
    await command('set-email', orderNumber, 'On.Call@example.com', ...why);
    await command('retry-dead', ...why);
    const refused = { status: 409, code: 'ACTION_NOT_POSSIBLE' };
    const done = { status: 200, code: null };
    const because = { reason: 'she has called' };
    const states = { before: { status: 'paid' }, after: { status: 'paid' } };
    const rows = await lastCommands(api, 6);
    expect(rows).toMatchObject([
      { action: 'syncOrder', orderNumber, subject: sessionId, ...because, ...states, ...done },
      { action: 'syncOrder', orderNumber: null, subject: 'cs_test_unknown', ...refused },
      { action: 'replayEvent', subject: event, after: { queued: true }, ...because, ...done },
      { action: 'replayEvent', subject: 'evt_unknown', ...refused },
      { action: 'setEmail', orderNumber, ...because, ...done },
      { action: 'retryDeadLetters', after: { retried: expect.any(Number) }, ...because, ...done },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/on\.call@/i);
  });

  it.each([
    [1, ['show', 'cs_test_unknown']],
    [2, ['show']],
    [1, ['sync', 'nonsense']],
    [1, ['sync', 'cs_test_unknown']],
    [2, ['sync', 'cs_test_unknown', '--reason', 'x']],
    [1, ['replay', 'nonsense']],
    [1, ['replay', 'evt_unknown']],
    [1, ['resolve', 'cs_test_unknown', '--as', 'paid', '--reason', 'x']],
    [2, ['resolve', 'cs_test_unknown', '--as', 'nonsense', '--reason', 'x']],
    [2, ['retry-dead', 'everything']],
    [2, ['show', 'x', '--nonsense']],
  ])('ends with %d and one line that says what is wrong with %p', async (expected, args) => {
    const { code, error } = await command(...args);
    expect(code).toBe(expected);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['refund', ['--line', 'R7K3-M9QX-0=1'], '--line, only --amount, --key, --reason, --json'],
    ['cancel', ['--amount', '5'], '--amount, only --reason, --json'],
    ['ship', ['--status', 'lost'], '--status, only --line, --carrier, --tracking, --url'],
    ['show', ['--out', 'order.json'], '--out, only --all, --json'],
  ])('does nothing by %s with %j, which it does not take', async (name, given, words) => {
    const why = name === 'show' || name === 'ship' ? [] : ['--reason', 'a part of it'];
    const { code, out, error } = await program(name, orderNumber, ...given, ...why);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(`${name} does not take ${words}`);
    const order = await orderOf(api, sessionId);
    expect(order).toMatchObject({ refundedMinor: 0, cancelledAt: null });
  });

  it('tries all jobs again that failed for good, however many, and says how far it is', async () => {
    await api.database.queries.execute(
      sql`insert into pgboss.job (name, data, source_name)
        select 'order.fulfil.dead', jsonb_build_object('orderId', id, 'step', 'confirmation_mail'), 'order.fulfil'
        from generate_series(1, 1200), orders where stripe_session_id = ${sessionId}`,
    );
    await api.database.queries
      .update(orders)
      .set({ syncFailure: '22021' })
      .where(eq(orders.stripeSessionId, sessionId));
    const { out, error } = await program('retry-dead', '--json');
    expect(JSON.parse(out)).toEqual({ retried: 1200, ordersToSweep: 1 });
    expect(error.trim().split('\n')).toEqual(
      [500, 1000, 1200].map((count) => `${count} jobs are queued again`),
    );
  });
});
