import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fillWithEmbeddedDatabase, seedCatalogue, startApi, startSandbox } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import Stripe from 'stripe';
import { closed } from '../../../testing/closed';
import { createTestDatabase, engines, usualEngines } from '../../../testing/engines';
import { startHoldingStripe } from '../../../testing/holding-stripe';
import { Shopper } from '../../../testing/shopper';
import { WEBHOOK_SECRET, WEB_URL, startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { GracefulShutdown } from './graceful-shutdown';
import { stopTimes } from './stop-times';

const HEADERS = 'POST /api/checkout HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n';
const NO_BODY = `${HEADERS}Content-Length: 99\r\n\r\n{`;

/** Connects when it is told to, in a thread that nothing holds up, and says what it is answered. */
const CLIENT = `
  const { connect } = require('node:net');
  const { parentPort, workerData: { url, done } } = require('node:worker_threads');
  parentPort.once('message', () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('GET /api/products HTTP/1.1\\r\\nHost: shop\\r\\n\\r\\n');
      Atomics.store(done, 0, 1);
      Atomics.notify(done, 0);
    });
    socket.on('error', ({ code }) => parentPort.postMessage(code));
    socket.once('data', (data) => parentPort.postMessage(String(data)));
  });`;

describe.each(usualEngines)('an API that is asked to stop, on the %s database', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterEach(() => api?.stop());

  it.each([
    ['on which nothing is asked', ''],
    ['with half a request', HEADERS],
    ['with a request whose body does not come', NO_BODY],
  ])('does not wait for a connection %s', async (_what, bytes) => {
    const socket = await open(api.url);
    const cut = closed(socket);
    const server = api.app.getHttpServer();
    const arrives = bytes.includes('\r\n\r\n') ? once(server, 'request') : undefined;
    if (bytes) socket.write(bytes);
    await arrives;
    const start = performance.now();
    await api.app.close();
    expect(performance.now() - start).toBeLessThan(8000);
    await cut;
  });

  it('answers who has connected while the process was held up, as by the embedded database', async () => {
    const done = new Int32Array(new SharedArrayBuffer(4));
    const client = new Worker(CLIENT, { eval: true, workerData: { url: api.url, done } });
    const stopped = api.app.get(GracefulShutdown).stopListening();
    // In the pause before the server stops listening, and so that timers are due next.
    const holdUp = () => {
      client.postMessage('connect');
      Atomics.wait(done, 0, 0);
      const due = performance.now() + 2 * stopTimes.pause.ms;
      while (performance.now() < due);
    };
    setTimeout(() => setImmediate(holdUp), stopTimes.drain.ms + 20);
    const answered = once(client, 'message') as Promise<[string]>;
    const [[answer]] = await Promise.all([answered, stopped]);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    await client.terminate();
  });

  it('answers what is under way, and asks for the end of that connection', async () => {
    const shopper = new Shopper(api);
    const items = [{ priceId: await shopper.firstPrice(), quantity: 1 }];
    const slow = { latencyMs: 1500, path: '/v1/checkout/sessions', method: 'POST' };
    await api.sandbox.faults(slow);
    const arrives = once(api.app.getHttpServer(), 'request');
    const answer = shopper.checkout({ items });
    await arrives;
    const stopped = api.app.close();
    const { status, headers } = await answer;
    expect(status).toBe(201);
    expect(headers.get('connection')).toBe('close');
    await stopped;
  });
});

describe.each(engines)('an API process that gets SIGTERM, on the %s database', (engine) => {
  const closers: (() => unknown)[] = [];
  let sandbox: RunningApp;
  beforeAll(async () => {
    sandbox = await startSandbox({ SANDBOX_PORT: '0', SANDBOX_WEBHOOK_URL: '' });
    const { hostname: host, port } = new URL(sandbox.url);
    const client = new Stripe('sk_test_sandbox', {
      protocol: 'http',
      host,
      port,
      telemetry: false,
    });
    await seedCatalogue(client, WEB_URL);
  }, 60_000);
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => sandbox?.stop());

  it('answers a checkout that waits for Stripe, cuts what asks nothing, and exits with 0', async () => {
    const stripe = await startHoldingStripe(sandbox.url);
    closers.push(stripe.close);
    const database = await createTestDatabase(engine);
    closers.push(database.drop);
    const dataDir = await mkdtemp(join(tmpdir(), 'graceful-shutdown-'));
    closers.push(() => rm(dataDir, { recursive: true, force: true }));
    if (engine === 'embedded') await fillWithEmbeddedDatabase(dataDir);
    const api = await startApi({
      DATABASE_URL: '',
      ...database.env,
      API_PORT: '0',
      DATA_DIR: dataDir,
      STRIPE_API_BASE: stripe.url,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      LOG_LEVEL: 'silent',
    });
    closers.push(api.kill);

    const answer = new Shopper(api).checkout();
    await stripe.held;
    const [idle, half, noBody] = [await open(api.url), await open(api.url), await open(api.url)];
    half.write(HEADERS);
    noBody.write(NO_BODY);
    const cut = [idle, half, noBody].map(closed);

    process.kill(api.pid, 'SIGTERM');
    await Promise.all(cut);
    stripe.release();
    const { status, headers } = await answer;
    expect(status).toBe(201);
    expect(headers.get('connection')).toBe('close');
    const answered = performance.now();
    expect(await api.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - answered).toBeLessThan(5000);
  }, 60_000);
});

async function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => undefined).resume();
  return socket;
}
