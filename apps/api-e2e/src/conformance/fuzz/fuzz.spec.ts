import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { pricesOf } from '@shop/shop-harness/shop/orders';
import { eventAbout, sign } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import fc from 'fast-check';
import { operations } from '../api-document';
import type { Operation } from '../api-document';
import { ConformanceShop } from '../conformance-shop';
import type { Request } from '../conformance-shop';
import { faultsOf } from '../faults-of';
import { checkout, sessionOf } from '../scenarios/checkout';
import { requestsOf } from './requests-of';
import type { KnownValues } from './values-of';

const SEED = Number(process.env['FUZZ_SEED'] || 20_261_124);
const EMAIL = 'jenny.rosen@example.com';
const RUNS = Number(process.env['FUZZ_RUNS'] || 120);

/** For every operation: requests that the document allows, and many that it does not. */
describe(`${RUNS} requests of seed ${SEED}`, () => {
  let shop: ConformanceShop;
  let known: KnownValues;
  const exits: unknown[] = [];

  beforeAll(async () => {
    shop = await ConformanceShop.open();
    void shop.shop.api?.exited.then((exit) => exits.push(exit));
    const client = new HttpClient(1);
    const paid = await paidSessions(5);
    const session = await shop.shop.sandbox.session(paid[0] ?? '');
    known = {
      priceId: await pricesOf(client, shop.shop.url),
      session_id: paid,
      // The API allows five tries an hour for each session id.
      sessionId: [...paid, ...Array.from({ length: 40 }, (_, n) => `cs_test_a1unknown${n}`)],
      email: [EMAIL],
      'Idempotency-Key': Array.from({ length: RUNS }, () => randomUUID()),
      'Stripe-Signature': [RIGHT],
      body: [
        JSON.parse(eventAbout(session, 'checkout.session.completed').body) as object,
        JSON.parse(eventAbout(session, 'charge.refunded').body) as object,
      ],
    };
    client.close();
  });
  /** Paid orders with a known e-mail address. */
  async function paidSessions(count: number): Promise<string[]> {
    const ids: string[] = [];
    while (ids.length < count) {
      const id = sessionOf(await checkout(shop));
      await shop.shop.sandbox.complete(id, { email: EMAIL });
      ids.push(id);
    }
    return ids;
  }
  afterAll(async () => {
    await shop?.close();
    await cleanUp();
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'get from %s nothing but documented answers',
    async (_id, operation) => {
      const requests = requestsOf(operation, known);
      const statuses = new Set<string>();
      const property = fc.asyncProperty(requests, async (request) => {
        const answer = await shop.call(operation, signed(request));
        statuses.add(String(answer.status));
        const faults = faultsOf(operation, answer);
        if (answer.status >= 500) faults.push(`status ${answer.status} with nothing broken`);
        if (faults.length > 0) throw new Error(`${faults.join('; ')}: ${answer.body}`);
      });
      await fc.assert(property, { seed: SEED, numRuns: RUNS });
      // If every request were refused, the fuzz would test nothing.
      expect([...statuses]).toContain(Object.keys(operation.answers)[0]);
    },
  );

  it('leave the API alive, and nothing that it could not handle', async () => {
    const ready = operations.find(({ id }) => id === 'ready') as Operation;
    expect((await shop.call(ready)).status).toBe(200);
    expect(exits).toEqual([]);
    expect(shop.shop.complaints.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

/** Placeholder for a valid signature of the request's body. */
const RIGHT = 'signed by Stripe';

function signed(request: Request): Request {
  const { headers, body = '' } = request;
  if (headers?.['stripe-signature'] !== RIGHT) return request;
  return { ...request, headers: { ...headers, 'stripe-signature': sign(body, WEBHOOK_SECRET) } };
}
