import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appsIn, runCommand } from './run-command.ts';

const { createPostgresCluster, freePort } = await import('@shop/stack');

const postgres = await createPostgresCluster();
if (!postgres) console.warn('PostgreSQL is not installed: npm start is not tested on it.');

afterAll(() => postgres?.close());

/** `npm start`, as a person types it. */
describe('npm start', () => {
  let dataDir: string;
  let ports: Record<'SANDBOX_PORT' | 'API_PORT' | 'WEB_PORT' | 'CONSOLE_PORT', string>;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'start-'));
    ports = {
      SANDBOX_PORT: String(await freePort()),
      API_PORT: String(await freePort()),
      WEB_PORT: String(await freePort()),
      CONSOLE_PORT: String(await freePort()),
    };
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const start = (env: Record<string, string> = {}) =>
    runCommand(['scripts/start.mjs'], { DATA_DIR: dataDir, ...ports, ...env });

  it('starts all four, says where shop and console are and which card pays, and leaves nothing behind on Ctrl-C', async () => {
    const run = start();
    await run.says('Ctrl-C stops everything.');
    expect(run.said()).toContain(`http://localhost:${ports.WEB_PORT}`);
    expect(run.said()).toContain('4242 4242 4242 4242');
    const console = `http://localhost:${ports.CONSOLE_PORT}/sign-in`;
    expect(run.said()).toMatch(new RegExp(`${console}#t=[\\w-]{43} `));
    expect((await fetch(console)).status).toBe(200);
    const shop = `http://127.0.0.1:${ports.WEB_PORT}`;
    expect(await (await fetch(shop)).text()).toContain('<!doctype html>');
    const { products } = (await (await fetch(`${shop}/api/products`)).json()) as { products: [] };
    expect(products.length).toBeGreaterThanOrEqual(8);
    const pids = await appsIn(dataDir);
    expect(pids).toHaveLength(4);

    // The commands about Stripe find the sandbox that runs, and that all is right with it.
    const doctor = runCommand(['scripts/stripe-doctor.mjs', '--json'], { DATA_DIR: dataDir });
    expect([await doctor.ended, doctor.said()]).toEqual([
      [0, null],
      expect.stringContaining('"ok": true'),
    ]);
    const whole = runCommand(['scripts/shop-check.mjs', '--json'], { DATA_DIR: dataDir });
    expect([await whole.ended, whole.said()]).toEqual([
      [0, null],
      expect.stringContaining('"ok": true'),
    ]);
    const connect = runCommand(['scripts/stripe-connect.mjs', '--dry-run'], { DATA_DIR: dataDir });
    expect([await connect.ended, connect.said()]).toEqual([
      [0, null],
      expect.stringMatching(/^Would change we_\w+: .*no longer gets \*/),
    ]);

    const asked = Date.now();
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual([0, null]);
    // Requests under way would have ten seconds.
    expect(Date.now() - asked).toBeLessThan(9000);
    expect(await appsIn(dataDir)).toEqual([]);
    expect(await readdir(dataDir)).not.toContain('running.env');
  }, 120_000);

  (postgres ? it : it.skip)(
    'on PostgreSQL lets in commands and a worker that know the database alone',
    async () => {
      const known = { DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? '' };
      const run = start(known);
      await run.says('Ctrl-C stops everything.');
      const orders = runCommand(['scripts/orders.mjs', 'review', '--json'], known);
      expect([await orders.ended, orders.said()]).toEqual([
        [0, null],
        expect.stringContaining('[]'),
      ]);
      const staff = runCommand(['scripts/staff.mjs', 'people', 'add', 'vera'], known);
      expect([await staff.ended, staff.said()]).toEqual([
        [0, null],
        expect.stringContaining(`http://localhost:${ports.CONSOLE_PORT}/sign-in#t=`),
      ]);
      const worker = runCommand(['scripts/worker.mjs'], known);
      await worker.says('"event":"working"');
      worker.child.kill('SIGINT');
      expect(await worker.ended).toEqual([0, null]);
      // Another database is not that of what runs.
      const other = runCommand(['scripts/orders.mjs', 'review'], {
        ...known,
        DATABASE_URL: `${known.DATABASE_URL}x`,
      });
      expect(await other.ended).toEqual([1, null]);
      expect(other.said()).toContain('STRIPE_WEBHOOK_SECRET: is required');
      run.child.kill('SIGINT');
      expect(await run.ended).toEqual([0, null]);
    },
    180_000,
  );

  it.each(['SANDBOX_PORT', 'API_PORT', 'WEB_PORT', 'CONSOLE_PORT'] as const)(
    'says in one line that a port is in use, and that %s changes it',
    async (variable) => {
      const other = createServer().listen(Number(ports[variable]), '127.0.0.1');
      await once(other, 'listening');
      try {
        const run = start();
        expect(await run.ended).toEqual([1, null]);
        const last = run.said().trim().split('\n').at(-1) ?? '';
        expect(last).toContain(ports[variable]);
        expect(last).toContain(variable);
        expect(await appsIn(dataDir)).toEqual([]);
      } finally {
        other.close();
      }
    },
    120_000,
  );

  it('wants both of Stripe’s secrets or neither', async () => {
    const run = start({ STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: '' });
    expect(await run.ended).toEqual([1, null]);
    expect(run.said()).toContain('STRIPE_WEBHOOK_SECRET is missing');
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['an option that it does not know', ['--dveelop'], {}, /^Unknown option '--dveelop'/],
    [
      'a shop file that is not there',
      [],
      { SHOP_CONFIG: 'nowhere/shop.json' },
      /^\/\S+\/nowhere\/shop\.json is not usable:\n {2}- there is no such file/,
    ],
    [
      'a faulty shop file',
      ['--dev'],
      { SHOP_CONFIG: 'package.json' },
      /^\/\S+\/package\.json is not usable:\n {2}- [^]*seller: /m,
    ],
    [
      'a folder that it cannot write to',
      [],
      { DATA_DIR: 'package.json/data' },
      /^Nothing can be written to \/\S+\/package\.json\/data\/logs \(E\w+\)\. Set DATA_DIR/m,
    ],
  ])('says in a sentence that it was given %s', async (_what, args, env, words) => {
    const run = runCommand(['scripts/start.mjs', ...args], { DATA_DIR: dataDir, ...ports, ...env });
    expect(await run.ended).toEqual([1, null]);
    expect(run.said()).toMatch(words);
    expect(run.said()).not.toContain('    at ');
  });

  it('takes WEB_URL and CONSOLE_URL where Stripe is real', async () => {
    const run = start({
      STRIPE_SECRET_KEY: 'sk_live_abc',
      STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
      WEB_URL: 'https://shop.example/',
      CONSOLE_URL: 'http://console.example',
    });
    expect(await run.ended).toEqual([1, null]);
    // The API judges what it is given: one address is as a live key wants it, the other is not.
    expect(run.said()).toContain('CONSOLE_URL: must be https');
    expect(run.said()).not.toContain('WEB_URL: ');
  });
});
