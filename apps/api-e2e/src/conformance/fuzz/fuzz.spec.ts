import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { pricesOf } from '@shop/shop-harness/shop/orders';
import { eventAbout, sign } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import { until } from '@shop/shop-harness/until';
import fc from 'fast-check';
import { operations } from '../api-document';
import type { Operation } from '../api-document';
import { ConformanceShop } from '../conformance-shop';
import type { Request } from '../conformance-shop';
import { CHANGEABLE } from '../environments';
import { faultsOf } from '../faults-of';
import { mailedLink } from '../mailed-link';
import { checkout, cookieOf, sessionOf } from '../scenarios/checkout';
import { ADDRESS } from '../scenarios/order-change';
import { pictureIdOf } from '../scenarios/picture';
import { renewingPriceOf } from '../scenarios/portal';
import { paidNumber, ship } from '../scenarios/staff-calls';
import { eventIdOf } from '../scenarios/staff-actions';
import { deadLetterIds, foreignIds, reviewedNumbers, signInTokens, withKey } from '../staff-keys';
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
    shop = await ConformanceShop.open({ shop: CHANGEABLE });
    void shop.shop.api?.exited.then((exit) => exits.push(exit));
    const client = new HttpClient(1);
    const { cookie, paid } = await paidSessions(5, await renewingPriceOf(shop));
    const links = await Promise.all(paid.map((id) => mailedLink(shop, id)));
    const session = await shop.shop.sandbox.session(paid[0] ?? '');
    const parcels = await partlyShipped();
    known = {
      ...parcels,
      number: [
        ...parcels.number.flatMap(often),
        reviewedNumbers.withoutSession,
        ...(await paidNumbers(3)),
      ],
      authorization: [withKey().authorization],
      carrier: ['DHL'],
      trackingNumber: ['0034'],
      trackingUrl: ['https://www.dhl.com/1', 'https://elsewhere.example'],
      estimatedOn: ['2026-11-30'],
      shippedAt: ['2026-11-01T10:00:00Z'],
      at: ['2026-11-02T10:00:00Z', '2026-11-03T10:00:00+01:00'],
      CreateShipmentRequest: [{}, { carrier: 'DHL' }],
      UpdateShipmentRequest: [
        { at: '2026-11-02T10:00:00Z', status: 'delivered' },
        { at: '2026-11-03T10:00:00Z', carrier: 'UPS', estimatedOn: '2026-11-30' },
      ],
      // Of a picture, a parcel, an event, a dead letter, or a payment; of each as many, so that each is found often enough.
      id: [
        ...often(await pictureIdOf(shop)),
        ...parcels.id.flatMap(often),
        ...often(await eventIdOf(shop)),
        ...deadLetterIds,
        ...foreignIds,
      ],
      SignInRequest: signInTokens.map((token) => ({ token })),
      StaffActionRequest: [{ reason: 'somebody asked for it' }],
      StaffResendRequest: [{}, { channel: 'mail' }, { step: 'confirmation_mail' }].map((what) => ({
        reason: 'it was lost',
        ...what,
      })),
      StaffResolveRequest: ['dismissed', 'reopened', 'paid'].map((decision) => ({
        reason: 'seen at Stripe',
        decision,
      })),
      StaffRefundRequest: [{ reason: 'she has called', amountMinor: 1 }],
      StaffAddressRequest: [{ reason: 'she has called', address: ADDRESS }],
      StaffEmailRequest: [{ reason: 'she has called', email: 'corrected@example.com' }],
      q: [...parcels.number, 'jenny', 'jenny.rosen@example.com', 'pi_unknown'],
      filter: [
        ...['paid', 'review_open', 'not_handled', 'not_delivered'],
        ...['not_acknowledged', 'order_unknown'],
      ],
      channel: ['mail', 'merchant', 'staff'],
      outcome: ['pending', 'sent', 'moot', 'undeliverable'],
      status: ['shipped', 'delayed', 'lost', 'delivered', 'returned'],
      range: ['day', 'month'],
      subject: paid,
      // Of the audit and the withdrawals, of the events, of the parcels, and of what was told.
      after: [
        '12',
        '2026-11-24T10:00:00.000000Z evt_1',
        `2026-11-24T10:00:00.000000Z ${parcels.id[0]}`,
        `2026-11-24T10:00:00.000000Z ${parcels.id[0]} confirmation_mail`,
      ].map((key) => Buffer.from(key).toString('base64url')),
      priceId: await pricesOf(client, shop.shop.url),
      session_id: paid,
      sessionId: [...paid, ...Array.from({ length: 40 }, (_, n) => `cs_test_a1unknown${n}`)],
      email: [EMAIL],
      // A token opens its own order only.
      AccessRequest: links,
      // Its own browser has a confirmation of these sent again.
      ResendRequest: paid.flatMap((sessionId) => [
        { sessionId },
        { sessionId, email: EMAIL },
        { sessionId, email: 'corrected@example.com' },
      ]),
      CancellationRequest: [{ sessionId: paid[0] }],
      DeliveryAddressRequest: paid
        .slice(1, -1)
        .map((sessionId) => ({ sessionId, address: ADDRESS })),
      // The last one is of a subscription.
      PortalRequest: [{ sessionId: paid.at(-1) }],
      cookie: [cookie],
      'Idempotency-Key': Array.from({ length: RUNS }, () => randomUUID()),
      'Stripe-Signature': [RIGHT],
      body: [
        JSON.parse(eventAbout(session, 'checkout.session.completed').body) as object,
        JSON.parse(eventAbout(session, 'charge.refunded').body) as object,
      ],
    };
    client.close();
  });
  /** Paid orders of one browser, with a known e-mail address; the last one is of `lastPriceId`. */
  async function paidSessions(
    count: number,
    lastPriceId: string,
  ): Promise<{ cookie: string; paid: string[] }> {
    const paid: string[] = [];
    let cookie = '';
    while (paid.length < count) {
      const started = await checkout(shop, {
        headers: cookie ? { cookie } : {},
        ...(paid.length === count - 1 && { priceId: lastPriceId }),
      });
      cookie = cookieOf(started);
      await shop.shop.sandbox.complete(sessionOf(started), { email: EMAIL });
      paid.push(sessionOf(started));
    }
    return { cookie, paid };
  }
  /** Orders of which nothing is sent. */
  async function paidNumbers(count: number): Promise<string[]> {
    const numbers: string[] = [];
    while (numbers.length < count) numbers.push(await paidNumber(shop));
    return numbers;
  }
  /** An order of 50 mugs of which one is out. */
  async function partlyShipped(): Promise<{ number: string[]; id: string[] }> {
    const started = await checkout(shop, { quantity: 50 });
    const { orderNumber } = JSON.parse(started.body) as { orderNumber: string };
    await shop.shop.sandbox.complete(sessionOf(started), { email: EMAIL });
    const { body } = await until(
      () => ship(shop, orderNumber, { lines: [{ lineId: `${orderNumber}-0`, quantity: 1 }] }),
      ({ status }) => status === 201,
      { timeoutMs: 10_000 },
    );
    return {
      number: [orderNumber],
      id: [(JSON.parse(body) as { shipment: { id: string } }).shipment.id],
    };
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
    // A withdrawal may name an order that is not ours: that is for a person, and no fault.
    const faults = shop.shop.complaints.filter(
      ({ level, msg }) => level >= 50 && msg !== 'withdrawal needs a person',
    );
    expect(faults).toEqual([]);
  });
});

const often = <T>(value: T): T[] => Array<T>(6).fill(value);

/** Placeholder for a valid signature of the request's body. */
const RIGHT = 'signed by Stripe';

function signed(request: Request): Request {
  const { headers, body = '' } = request;
  if (headers?.['stripe-signature'] !== RIGHT) return request;
  return { ...request, headers: { ...headers, 'stripe-signature': sign(body, WEBHOOK_SECRET) } };
}
