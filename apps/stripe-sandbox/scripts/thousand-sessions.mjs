/**
 * Creates and pays 1,000 sessions in a row against the built server, with a webhook endpoint listening, and prints one
 * line of JSON. Fails when the last hundred are slower than the first (by half, and by more than 2 ms), or when the
 * server needs 200 MB or more.
 *
 *   npx nx build stripe-sandbox && node apps/stripe-sandbox/scripts/thousand-sessions.mjs
 */
/* global fetch, performance, URLSearchParams */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';

const SESSIONS = Number(process.argv[2] ?? 1000);
const MOST_MEMORY_MB = 200;

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../../../dist/apps/stripe-sandbox/main.js');

let received = 0;
const hook = createServer((request, response) => {
  received += 1;
  request.resume().on('end', () => response.end('ok'));
}).listen(0, '127.0.0.1');
await once(hook, 'listening');

const server = spawn(process.execPath, [main], {
  env: {
    PATH: process.env.PATH,
    SANDBOX_PORT: '0',
    SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${hook.address().port}/`,
    SANDBOX_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
// However this process ends, it leaves no sandbox behind.
process.on('exit', () => server.kill('SIGTERM'));
const [line] = await once(server.stdout, 'data');
const url = new URL(JSON.parse(String(line)).url);
const stripe = new Stripe('sk_test_thousand', {
  host: url.hostname,
  port: url.port,
  protocol: 'http',
  telemetry: false,
});

const price = await stripe.prices.create({
  currency: 'usd',
  unit_amount: 1200,
  product_data: { name: 'Tea' },
});
const form = new URLSearchParams({
  email: 'jenny.rosen@example.com',
  billingName: 'Jenny Rosen',
  cardNumber: '4242424242424242',
  cardExpiry: '12/40',
  cardCvc: '123',
});
const timesMs = [];
for (let index = 0; index < SESSIONS; index += 1) {
  const startedMs = performance.now();
  const session = await stripe.checkout.sessions.create({
    customer_creation: 'always',
    line_items: [{ price: price.id, quantity: 1 }],
    success_url: 'http://shop.test/{CHECKOUT_SESSION_ID}',
  });
  const paid = await fetch(session.url, { method: 'POST', body: form, redirect: 'manual' });
  if (paid.status !== 303) throw new Error(`Paying answered ${paid.status}.`);
  await stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items', 'customer'] });
  timesMs.push(performance.now() - startedMs);
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
// The first sessions are slow because the code is not compiled yet.
const warm = Math.min(100, Math.floor(SESSIONS / 3));
const firstMs = median(timesMs.slice(warm, 2 * warm));
const lastMs = median(timesMs.slice(-warm));
const memoryMb = Math.round(Number(/VmHWM:\s+(\d+)/.exec(readStatus())?.[1] ?? 0) / 1024);
// Fewer sessions say nothing about how times grow.
const isSteady = SESSIONS < 1000 || lastMs <= firstMs * 1.5 || lastMs - firstMs <= 2;
const passed = isSteady && memoryMb < MOST_MEMORY_MB;
console.log(
  JSON.stringify({
    drill: 'thousand-sessions',
    passed,
    sessions: SESSIONS,
    webhooks: received,
    firstMedianMs: Number(firstMs.toFixed(2)),
    lastMedianMs: Number(lastMs.toFixed(2)),
    peakMemoryMb: memoryMb,
  }),
);
server.kill('SIGTERM');
await once(server, 'exit');
hook.close();
hook.closeAllConnections();
process.exitCode = passed ? 0 : 1;

/** The server's peak memory as the kernel reports it; Linux only. */
function readStatus() {
  try {
    return readFileSync(`/proc/${server.pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
