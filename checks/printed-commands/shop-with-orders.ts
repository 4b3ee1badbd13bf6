import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Stack } from '@shop/stack';

const { fillWithEmbeddedDatabase, startStack } = await import('@shop/stack');

const EMAIL = 'on.call@example.com';
const LEAVING = 'leaving@example.com';
const CHANGES_WITHIN_MS = 20_000;

/** A running sandbox and API with a paid order of two people each, and some orders that wait for a decision. */
export interface ShopWithOrders {
  /** What a person has in the environment or in .env for the commands. */
  env: Record<string, string>;
  sandboxUrl: string;
  /** `shipment`: its only parcel. */
  paid: { session: string; number: string; email: string; event: string; shipment: string };
  /** Numbers of paid orders of which nothing is out. */
  toShip: string[];
  /** Id of an API key that nothing needs. */
  spareKeyId: string;
  /** Whose data can be erased. */
  leaving: { email: string };
  /** Numbers of orders in review, for which Stripe holds no money any more. */
  inReview: string[];
  stop: () => Promise<void>;
}

/**
 * @param databaseUrl PostgreSQL; without it the embedded database, whose API is stopped at the end, because the
 * database belongs to one process
 * @param parcels how many orders are to be sent. Their keys are made beside the API, so this needs PostgreSQL
 */
export async function openShopWithOrders(
  databaseUrl: string | undefined,
  reviews: number,
  parcels: number,
): Promise<ShopWithOrders> {
  const dataDir = await mkdtemp(join(tmpdir(), 'printed-commands-'));
  if (!databaseUrl) await fillWithEmbeddedDatabase(dataDir);
  // The merchant's own system, which takes every event.
  const merchant = createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => merchant.listen(0, '127.0.0.1', resolve));
  const told = {
    FULFILLMENT_WEBHOOK_URL: `http://127.0.0.1:${(merchant.address() as AddressInfo).port}`,
    FULFILLMENT_WEBHOOK_SECRET: `whsec_${Buffer.from(randomUUID()).toString('base64')}`,
  };
  const stack = await startStack({
    dataDir,
    withoutShop: true,
    shop: { mail: { staff: ['staff@example.com'] } },
    env: { api: { DATABASE_URL: databaseUrl ?? '', ...told } },
  }).catch(async (error: unknown) => {
    merchant.close();
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const stop = async () => {
    await stack.stop();
    merchant.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await buy(stack, LEAVING);
    const { sessionId, orderNumber } = await buy(stack, EMAIL);
    const { data: events } = await stack.stripe.events.list({ type: 'checkout.session.completed' });
    const inReview: string[] = [];
    for (let made = 0; made < reviews; made += 1) inReview.push(await orderInReview(stack));
    const env = { DATABASE_URL: '', ...stack.environment, ...told };
    const shipping = databaseUrl ? await openShipping(stack, env, orderNumber, parcels) : NOTHING;
    if (!databaseUrl) await stack.api.stop();
    const { shipment, toShip, spareKeyId } = shipping;
    return {
      env: { ...env, ...shipping.env },
      sandboxUrl: stack.sandbox?.url ?? '',
      paid: {
        session: sessionId,
        number: orderNumber,
        email: EMAIL,
        event: events[0]?.id ?? '',
        shipment,
      },
      leaving: { email: LEAVING },
      inReview,
      toShip,
      spareKeyId,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const NOTHING = { env: {}, shipment: '', toShip: [] as string[], spareKeyId: '' };

/** Makes keys for the warehouse, sends the order, and has others paid that are to be sent. */
async function openShipping(
  stack: Stack,
  env: Record<string, string>,
  orderNumber: string,
  parcels: number,
): Promise<typeof NOTHING> {
  const [{ key }, { id: spareKeyId }] = [await makeKey(env), await makeKey(env)];
  const answer = await fetch(`${stack.api.url}/api/staff/orders/${orderNumber}/shipments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': 'SHP-1',
    },
    body: '{}',
  });
  if (!answer.ok) throw new Error(`Not sent: ${answer.status} ${await answer.text()}`);
  const { shipment } = (await answer.json()) as { shipment: { id: string } };
  const toShip: string[] = [];
  while (toShip.length < parcels) {
    toShip.push((await buy(stack, EMAIL)).orderNumber);
  }
  const shown = { WAREHOUSE_KEY: key, SHOP_URL: stack.api.url };
  return { env: shown, shipment: shipment.id, toShip, spareKeyId };
}

/** `npm run staff -- keys create`, as built. */
async function makeKey(env: Record<string, string>): Promise<{ id: string; key: string }> {
  const script = join(import.meta.dirname, '../../dist/apps/api/staff.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, 'keys', 'create', 'warehouse', '--json'],
    { env: { PATH: process.env['PATH'], ...env } },
  );
  return JSON.parse(stdout) as { id: string; key: string };
}

async function buy(stack: Stack, email: string) {
  const order = await checkOut(stack);
  await control(stack, `sessions/${order.sessionId}/complete`, { email });
  await untilState(stack, order.sessionId, 'confirmed');
  return order;
}

/** Somebody pays a session that names an order and is not its session; the money is sent back. */
async function orderInReview(stack: Stack): Promise<string> {
  const { sessionId, orderNumber, priceId } = await checkOut(stack);
  const own = await stack.stripe.checkout.sessions.retrieve(sessionId);
  const other = await stack.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ price: priceId, quantity: 1 }],
    success_url: own.success_url ?? '',
    client_reference_id: own.client_reference_id ?? '',
    metadata: own.metadata ?? {},
  });
  await control(stack, `sessions/${other.id}/complete`, { email: EMAIL });
  await untilState(stack, sessionId, 'under_review');
  await control(stack, `sessions/${other.id}/refund`, {});
  return orderNumber;
}

async function checkOut({ api }: Stack) {
  const { products } = (await (await fetch(`${api.url}/api/products`)).json()) as {
    products: { price: { id: string } }[];
  };
  const priceId = products[0]?.price.id ?? '';
  const answer = await fetch(`${api.url}/api/checkout`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ items: [{ priceId, quantity: 1 }] }),
  });
  const { url, orderNumber } = (await answer.json()) as { url: string; orderNumber: string };
  return { sessionId: /cs_test_[A-Za-z0-9]+/.exec(url)?.[0] ?? '', orderNumber, priceId };
}

/** The sandbox's control API. */
async function control({ sandbox }: Stack, path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox?.url}/sandbox/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

async function untilState({ api }: Stack, sessionId: string, wanted: string): Promise<void> {
  const deadline = Date.now() + CHANGES_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${api.url}/api/orders/confirmation?session_id=${sessionId}`);
    const { state } = (await answer.json()) as { state?: string };
    if (state === wanted) return;
    if (Date.now() > deadline) throw new Error(`${sessionId} is ${state}, and not ${wanted}.`);
    await wait(100);
  }
}
