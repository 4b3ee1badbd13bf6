import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appsIn, runCommand } from './run-command.ts';

// Loaded like this everywhere in tools: npm start asks which Node it is before it loads the library.
const { createPostgresCluster, freePort } = await import('@shop/stack');

const postgres = await createPostgresCluster();
if (!postgres) console.warn('PostgreSQL is not installed: npm run cluster is not tested whole.');

afterAll(() => postgres?.close());

/** `npm run cluster`, as a person types it. */
describe('npm run cluster', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cluster-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('says with --help what it does and what it reads', async () => {
    const run = runCommand(['scripts/cluster.mjs', '--help'], {});
    expect(await run.ended).toEqual([0, null]);
    for (const word of ['--replicas', 'DATABASE_URL', 'WEB_PORT', 'STRIPE_SECRET_KEY']) {
      expect(run.said()).toContain(word);
    }
  });

  it.each([
    [['--replicas', '0'], '--replicas must be a number from 1 to 32.'],
    [['--replicas', 'many'], '--replicas must be a number from 1 to 32.'],
    [['--replica', '3'], "Unknown option '--replica'"],
  ])('refuses %j in a line', async (args, line) => {
    const run = runCommand(['scripts/cluster.mjs', ...args], {});
    expect(await run.ended).toEqual([1, null]);
    expect(run.said()).toContain(line);
    expect(run.said()).not.toContain('    at ');
  });

  it('takes WEB_URL where Stripe is real', async () => {
    const run = runCommand(['scripts/cluster.mjs'], {
      DATA_DIR: dataDir,
      DATABASE_URL: 'postgres://shop@127.0.0.1:9/none',
      STRIPE_SECRET_KEY: 'sk_live_abc',
      STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
      WEB_URL: 'https://shop.example',
    });
    expect(await run.ended).toEqual([1, null]);
    // The replicas judge what they are given.
    expect(run.said()).toContain('SMTP_URL: is required with a live key');
    expect(run.said()).not.toContain('WEB_URL: ');
  });

  (postgres ? it : it.skip)(
    'goes on selling while a replica is killed, starts it again, and leaves nothing behind on Ctrl-C',
    async () => {
      const [web, sandbox] = [await freePort(), await freePort()];
      const run = runCommand(['scripts/cluster.mjs', '--replicas', '2'], {
        DATA_DIR: dataDir,
        DATABASE_URL: postgres?.url ?? '',
        WEB_PORT: String(web),
        SANDBOX_PORT: String(sandbox),
        STRIPE_SECRET_KEY: '',
        STRIPE_WEBHOOK_SECRET: '',
      });
      await run.says('Ctrl-C stops everything.');
      // Two replicas, the worker, the sandbox, the shop's server.
      expect(await appsIn(dataDir)).toHaveLength(5);
      const shop = `http://127.0.0.1:${web}`;
      const sessionId = await checkOut(shop);

      const victim = Number(/Replica 1 .* pid (\d+)/.exec(run.said())?.[1]);
      process.kill(victim, 'SIGKILL');
      const paid = await fetch(
        `http://127.0.0.1:${sandbox}/sandbox/api/sessions/${sessionId}/complete`,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
      );
      expect(paid.status).toBe(200);
      let state: unknown;
      for (let looks = 0; state !== 'confirmed' && looks < 100; looks += 1) {
        const answer = await fetch(`${shop}/api/orders/confirmation?session_id=${sessionId}`);
        expect(answer.status).toBe(200);
        ({ state } = (await answer.json()) as { state: string });
        if (state !== 'confirmed') await wait(100);
      }
      expect(state).toBe('confirmed');
      await run.says(/Replica 1 ended[^]*Replica 1 .* pid \d+/);
      const shown = runCommand(['scripts/orders.mjs', 'show', sessionId], { DATA_DIR: dataDir });
      expect([await shown.ended, shown.said()]).toEqual([
        [0, null],
        expect.stringContaining(sessionId),
      ]);

      run.child.kill('SIGINT');
      expect(await run.ended).toEqual([0, null]);
      expect(await appsIn(dataDir)).toEqual([]);
    },
    180_000,
  );
});

/** @returns the session of a new order */
async function checkOut(shop: string): Promise<string> {
  const { products } = (await (await fetch(`${shop}/api/products`)).json()) as {
    products: { price: { id: string } }[];
  };
  const answer = await fetch(`${shop}/api/checkout`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ items: [{ priceId: products[0]?.price.id, quantity: 1 }] }),
  });
  const { url } = (await answer.json()) as { url: string };
  return /cs_test_[A-Za-z0-9]+/.exec(url)?.[0] ?? '';
}
