import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Stack } from '@shop/stack';

const { fillWithEmbeddedDatabase, startStack } = await import('@shop/stack');

const EMAIL = 'on.call@example.com';
const CHANGES_WITHIN_MS = 20_000;

/** A running sandbox and API with one paid order and some that wait for a person. */
export interface ShopWithOrders {
  /** What a person has in the environment or in .env for the commands. */
  env: Record<string, string>;
  sandboxUrl: string;
  paid: { session: string; number: string; email: string; event: string };
  /** Numbers of orders in review, for which Stripe holds no money any more. */
  inReview: string[];
  stop: () => Promise<void>;
}

/**
 * @param databaseUrl PostgreSQL; without it the embedded database, whose API is stopped at the end, because the
 * database belongs to one process
 */
export async function openShopWithOrders(
  databaseUrl: string | undefined,
  reviews: number,
): Promise<ShopWithOrders> {
  const dataDir = await mkdtemp(join(tmpdir(), 'printed-commands-'));
  if (!databaseUrl) await fillWithEmbeddedDatabase(dataDir);
  const stack = await startStack({
    dataDir,
    withoutShop: true,
    env: { api: { DATABASE_URL: databaseUrl ?? '' } },
  }).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const stop = async () => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { sessionId, orderNumber } = await checkOut(stack);
    await control(stack, `sessions/${sessionId}/complete`, { email: EMAIL });
    await untilState(stack, sessionId, 'confirmed');
    const { data: events } = await stack.stripe.events.list({ type: 'checkout.session.completed' });
    const inReview: string[] = [];
    for (let made = 0; made < reviews; made += 1) inReview.push(await orderInReview(stack));
    if (!databaseUrl) await stack.api.stop();
    const sandboxUrl = stack.sandbox?.url ?? '';
    return {
      env: {
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl ?? '',
        ...stack.environment,
      },
      sandboxUrl,
      paid: { session: sessionId, number: orderNumber, email: EMAIL, event: events[0]?.id ?? '' },
      inReview,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
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
