import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { freePort, repositoryRoot } from '@shop/stack';
import type { MerchantEvent } from '@shop/contract';
import { Webhook } from 'standardwebhooks';
import { usualEngines } from '../../../../testing/engines';
import { MERCHANT_SECRET } from '../../../../testing/merchant-server';
import { stepsOf, untilOrder } from '../../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../../testing/shopper';
import { startTestApi } from '../../../../testing/start-test-api';
import type { TestApi } from '../../../../testing/start-test-api';
import { until } from '../../../../testing/until';
import { Clock } from '../../../clock/clock';
import { ResendService } from '../resend.service';

const OLD_SECRET = `whsec_${Buffer.from('another secret of many characters').toString('base64')}`;
const A_DAY_MS = 24 * 60 * 60 * 1000;

async function codeInDocument(): Promise<string> {
  const text = await readFile(join(repositoryRoot, 'docs/merchant-events.md'), 'utf8');
  const [, code] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
  if (!code) throw new Error('docs/merchant-events.md has no receiver.');
  return code;
}

describe.each(usualEngines)('the receiver of the document, on the %s database', (engine) => {
  let api: TestApi;
  let port: number;
  let folder: string;
  let receiver: ChildProcess | undefined;

  beforeAll(async () => {
    port = await freePort();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
        FULFILLMENT_WEBHOOK_SECRET: `${OLD_SECRET},${MERCHANT_SECRET}`,
      },
    });
  }, 60_000);
  afterAll(() => api?.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'receiver-'));
    await writeFile(join(folder, 'receiver.mjs'), await codeInDocument());
  });
  afterEach(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(secret: string): Promise<void> {
    const child = spawn(process.execPath, ['receiver.mjs'], {
      cwd: folder,
      env: { WEBHOOK_SECRET: secret, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    receiver = child;
    await until(
      () => fetch(`http://127.0.0.1:${port}/`, { method: 'POST' }).catch(() => undefined),
      (answer) => answer?.status === 401,
    );
  }
  async function stop(): Promise<void> {
    const child = receiver;
    receiver = undefined;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
  async function bought() {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    return untilOrder(api, id, ({ status }) => status === 'paid');
  }
  async function refund(stripeSessionId: string | null, amount: number): Promise<void> {
    await api.sandbox.call('POST', `sessions/${stripeSessionId}/refund`, { amount });
  }
  /** What the receiver has to do: type and order of each event, and whether to ship. */
  function acted(): string[] {
    // The receiver may be writing, and a busy disk takes seconds over that.
    const db = new DatabaseSync(join(folder, 'orders.db'), { readOnly: true, timeout: 20_000 });
    try {
      const rows = db.prepare('select event from todo order by id').all() as { event: string }[];
      return rows.map(({ event }) => {
        const { type, data } = JSON.parse(event) as MerchantEvent;
        return `${type} ${data.orderNumber} ${data.goodsDue ? 'ship' : 'wait'}`;
      });
    } finally {
      db.close();
    }
  }
  const untilActed = async (lines: string[]) => {
    const found = await until(
      () => Promise.resolve(acted()),
      (all) => all.length >= lines.length,
    );
    expect(found).toEqual(lines);
  };
  const untilEnded = (orderId: string, outcomes: string[]) =>
    until(
      async () =>
        (await stepsOf(api, orderId))
          .filter(({ channel }) => channel === 'merchant')
          .map(({ outcome }) => outcome ?? ''),
      (found) => found.join() === outcomes.join(),
    );
  const recover = (since: Date) => api.app.get(ResendService, { strict: false }).recover(since);
  async function post(id: string, event: object, secret = MERCHANT_SECRET): Promise<number> {
    const body = JSON.stringify(event);
    const now = new Date();
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, now, body),
      },
    });
    return answer.status;
  }

  it('is at most 30 lines', async () => {
    expect((await codeInDocument()).trim().split('\n').length).toBeLessThanOrEqual(30);
  });

  it('takes a secret that is rotated, and refuses another one', async () => {
    await start(OLD_SECRET);
    const { number, stripeSessionId } = await bought();
    await untilActed([`order.paid ${number} ship`]);
    await stop();
    await start(MERCHANT_SECRET);
    await refund(stripeSessionId, 400);
    await untilActed([`order.paid ${number} ship`, `order.refunded ${number} ship`]);
    expect(await post('forged', { type: 'order.paid' }, OLD_SECRET)).toBe(401);
  });

  it('acts once on an event that comes twice, and not on one that comes late', async () => {
    await start(MERCHANT_SECRET);
    const event = (sequence: number) => ({
      type: 'order.paid',
      sequence,
      data: { orderNumber: 'AAAA-BBBB', goodsDue: true },
    });
    expect(await post('two', event(2))).toBe(204);
    expect(await post('two', event(2))).toBe(204);
    expect(await post('one', event(1))).toBe(204);
    expect(await post('three', event(3))).toBe(204);
    expect(acted()).toEqual(['order.paid AAAA-BBBB ship', 'order.paid AAAA-BBBB ship']);
  });

  it('has everything after an outage of a day and a recovery, once and in order', async () => {
    const since = new Date();
    const { id, number, stripeSessionId } = await bought();
    await until(
      () => stepsOf(api, id),
      (steps) => steps.some(({ nextAttemptAt }) => nextAttemptAt),
    );
    const clock = api.app.get(Clock);
    const now = clock.now.bind(clock);
    const ahead = jest
      .spyOn(clock, 'now')
      .mockImplementation(() => new Date(now().getTime() + A_DAY_MS));
    await untilEnded(id, ['undeliverable']).finally(() => ahead.mockRestore());
    await refund(stripeSessionId, 400);
    await untilEnded(id, ['undeliverable', '']);

    await start(MERCHANT_SECRET);
    expect(await recover(since)).toMatchObject({ orders: expect.any(Number) });
    const told = [`order.paid ${number} ship`, `order.refunded ${number} ship`];
    await untilActed(told);
    await untilEnded(id, ['sent', 'sent']);
    await recover(since);
    await untilEnded(id, ['sent', 'sent']);
    await untilActed(told);
  });
});
