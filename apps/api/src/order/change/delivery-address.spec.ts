import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActionAnswer } from '@shop/contract';
import { engines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { orderOf, stepsOf, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { Warehouse } from '../../../testing/warehouse';
import { findTransitions } from '../facts/find-history';
import { ErasureService } from '../privacy/erasure.service';
import { OrderSyncService } from '../sync/order-sync.service';

const NEW = {
  name: 'Jenny Rosen',
  line1: '12 Corrected Road',
  line2: null,
  postalCode: '94107',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
};

describe.each(engines)('correcting the shipping address, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
      shop: {
        cancellation: { minutes: 30 },
        checkout: {
          shipping: { countries: ['US', 'DE'], rates: [{ name: 'Post', amountMinor: 500 }] },
        },
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });

  async function bought(email = 'jenny.rosen@example.com') {
    const shopper = new Shopper(api);
    const session = sessionIdOf((await shopper.checkout()).body.url);
    await api.sandbox.complete(session, { email });
    return { shopper, session, order: await untilOrder(api, session, (one) => !!one.paidAt) };
  }
  const codeOf = async (answer: ReturnType<Shopper['correctAddress']>) => {
    const { status, body } = await answer;
    return status === 204 ? 204 : body.code;
  };

  it('is shown, told to merchant and shopper with its version, and kept against Stripe', async () => {
    const { shopper, session, order } = await bought();
    expect(await codeOf(shopper.correctAddress(session, NEW))).toBe(204);
    expect(await codeOf(shopper.correctAddress(session, NEW))).toBe(204);
    await api.app.get(OrderSyncService).sync(session, 'command');
    expect((await shopper.confirmation(session)).body).toMatchObject({
      shippingAddress: { line1: '12 Corrected Road', lines: expect.any(Array) },
      addressCorrectedAt: expect.any(String),
    });
    const masked = await new Shopper(api).confirmation(session);
    expect(masked.text).not.toContain('Corrected Road');
    const events = await until(
      () =>
        Promise.resolve(
          merchant.requests.filter(
            ({ event }) =>
              event.data.orderNumber === order.number && event.type === 'order.address_corrected',
          ),
        ),
      (found) => found.length > 0,
    );
    expect(events.map(({ event }) => event.data)).toMatchObject([
      { addressVersion: 1, shippingAddress: { line1: '12 Corrected Road' } },
    ]);
    const mails = await until(
      () => api.mails(),
      (found) => found.some((mail) => /^Subject: The shipping address/m.test(mail)),
    );
    expect(mails.filter((mail) => mail.includes('12 Corrected Road')).length).toBeGreaterThan(0);
    const history = await findTransitions(api.database.queries, order.id);
    expect(history.map(({ cause }) => cause)).toContain('shopper set-address');
  });

  it('says to staff whether anything is changed, and tells of nothing that is not', async () => {
    const operator = await StaffBrowser.open(api, 'anna', 'operator');
    const { session, order } = await bought();
    const path = `/api/staff/orders/${order.number}/delivery-address`;
    const what = { address: NEW, reason: 'she has called' };
    const correct = () => operator.act<StaffActionAnswer>(path, what);
    expect((await correct()).body.words).toContain('The shopper and the warehouse are told.');
    expect((await correct()).body.words).toContain('nothing is changed, and nobody is told');
    expect((await orderOf(api, session)).addressVersion).toBe(1);
  });

  it.each([
    [{ country: 'FR' }, 'REGION_NOT_CHANGEABLE'],
    [{ postalCode: null }, 'INVALID_REQUEST'],
    [{ line1: '\u202e\u0007' }, 'INVALID_REQUEST'],
    [{ city: '' }, 'INVALID_REQUEST'],
    [{ line1: 'x'.repeat(201) }, 'INVALID_REQUEST'],
    [{ country: 'DE', state: null, postalCode: '10115', city: 'Berlin' }, 204],
  ])('with %j is answered %s', async (change, answer) => {
    const { shopper, session, order } = await bought();
    expect(await codeOf(shopper.correctAddress(session, { ...NEW, ...change }))).toBe(answer);
    const isTaken = answer === 204;
    const { shippingAddress } = await orderOf(api, session);
    expect(shippingAddress).toEqual(isTaken ? { ...NEW, ...change } : order.shippingAddress);
  });

  it('ends with the time, the first parcel, a cancellation, and is not for strangers', async () => {
    const { shopper, session } = await bought();
    expect(await codeOf(new Shopper(api).correctAddress(session, NEW))).toBe('FULL_VIEW_REQUIRED');
    await later(api, 30 * 60_000, async () => {
      expect(await codeOf(shopper.correctAddress(session, NEW))).toBe('CHANGES_TOO_LATE');
    });
    const sent = await bought();
    const warehouse = await Warehouse.open(api);
    await warehouse.ship(sent.order.number);
    expect(await codeOf(sent.shopper.correctAddress(sent.session, NEW))).toBe('CHANGES_TOO_LATE');
    expect((await shopper.cancel(session)).status).toBe(204);
    expect(await codeOf(shopper.correctAddress(session, NEW))).toBe('ORDER_NOT_CHANGEABLE');
  });

  it('is not told any more once the order is cancelled', async () => {
    merchant.answer = 503;
    const { shopper, session, order } = await bought();
    expect(await codeOf(shopper.correctAddress(session, NEW))).toBe(204);
    expect((await shopper.cancel(session)).status).toBe(204);
    merchant.answer = 204;
    const step = await until(
      async () => (await stepsOf(api, order.id)).find((one) => one.step === 'address_event:1'),
      (found) => found?.doneAt != null,
    );
    expect(step).toMatchObject({ outcome: 'moot' });
  });

  it('leaves nothing of the corrected address when its person is erased', async () => {
    const email = 'erase.me@example.com';
    const { shopper, session } = await bought(email);
    expect(await codeOf(shopper.correctAddress(session, NEW))).toBe(204);
    await until(
      () =>
        api.app
          .get(ErasureService)
          .erase(email, 'asked', false)
          .catch(() => ({ orders: 0 })),
      ({ orders }) => orders === 1,
    );
    expect((await orderOf(api, session)).shippingAddress).toBeNull();
  });
});
