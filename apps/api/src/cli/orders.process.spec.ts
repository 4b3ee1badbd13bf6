import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@shop/stack';
import { eq } from 'drizzle-orm';
import { engines } from '../../testing/engines';
import { orders } from '../database/schema/tables';
import { untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';

const run = promisify(execFile);

describe.each(engines)('npm run orders, on the %s database', (engine) => {
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

  async function command(...args: string[]): Promise<{ code: number; out: string; error: string }> {
    const script = join(repositoryRoot, 'dist/apps/api/orders.js');
    const env = { PATH: process.env['PATH'], ...api.env };
    try {
      const { stdout, stderr } = await run(process.execPath, [script, ...args], { env });
      return { code: 0, out: stdout, error: stderr };
    } catch (error) {
      const failed = error as { code: number; stdout: string; stderr: string };
      return { code: failed.code, out: failed.stdout, error: failed.stderr };
    }
  }

  it('explains itself', async () => {
    expect((await command('--help')).out).toContain('retry-dead');
    expect((await command('shwo', 'x')).code).toBe(engine === 'embedded' ? 1 : 2);
  });

  if (engine === 'embedded') {
    it('says which process holds the embedded database', async () => {
      const { code, error } = await command('show', sessionId);
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

  it('reads a session again', async () => {
    const { out } = await command('sync', sessionId, '--json');
    expect(JSON.parse(out)).toEqual({ outcome: 'synced', orderNumber, status: 'paid' });
  });

  it('replays an event, which changes nothing that is done', async () => {
    const { data } = await api.stripe.events.list({ type: 'checkout.session.completed' });
    const { out } = await command('replay', data[0]?.id ?? '', '--json');
    expect(JSON.parse(out)).toMatchObject({ queued: true, type: 'checkout.session.completed' });
    expect(JSON.parse((await command('retry-dead', '--json')).out)).toEqual({ retried: 0 });
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
    expect(JSON.parse((await command('review', '--json')).out)).toMatchObject({
      orders: [waiting],
    });
    const refused = await command('resolve', id, '--as', 'refused', '--reason', 'fraud');
    expect(refused.code).toBe(1);
    expect(refused.error).toContain(`Stripe still holds money for it: 2400 in minor units`);
    const words = ['resolve', body.orderNumber, '--as', 'paid', '--reason', 'a price changed'];
    expect(JSON.parse((await command(...words, '--json')).out)).toEqual({
      orderNumber: body.orderNumber,
      decision: 'paid',
      status: 'paid',
    });
    expect((await command('review')).out).toBe('orders:\n  none\n');
  });

  it.each([
    [1, ['show', 'cs_test_unknown']],
    [2, ['show']],
    [1, ['sync', 'nonsense']],
    [1, ['sync', 'cs_test_unknown']],
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
});
