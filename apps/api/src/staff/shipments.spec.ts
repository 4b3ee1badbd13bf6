import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../../testing/engines';
import { openMailServer } from '../../testing/mail-server';
import type { MailServer } from '../../testing/mail-server';
import { MERCHANT_SECRET, openMerchantServer } from '../../testing/merchant-server';
import type { MerchantServer } from '../../testing/merchant-server';
import { orderOf, stepsOf, untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { untilTaken } from '../../testing/until';
import { Warehouse } from '../../testing/warehouse';

const DAY = '2026-11-30';
/** URLs all the same: with NUL, ESC, half of a surrogate pair, a space. */
const UNPRINTABLE = ['\0', '\u001b[31m', '\ud800', '1 2'].map(
  (end) => `https://www.dhl.com/${end}`,
);
const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour)).toISOString();

describe.each(engines)('parcels of orders, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let merchant: MerchantServer;
  let warehouse: Warehouse;
  let prices: string[];
  beforeAll(async () => {
    [mail, merchant] = [await openMailServer(), await openMerchantServer()];
    api = await startTestApi(engine, {
      api: {
        SMTP_URL: mail.url,
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
    });
    warehouse = await Warehouse.open(api);
    prices = await Promise.all(
      [{ name: 'Mug' }, { name: 'Towel' }, { name: 'Voucher', shippable: false }].map(
        async (product) => {
          const { id } = await api.stripe.products.create(product);
          const price = { product: id, currency: 'usd', unit_amount: 1200 };
          return (await api.stripe.prices.create(price)).id;
        },
      ),
    );
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await Promise.all([mail.close(), merchant.close()]);
  });

  /** Two mugs, a towel and a voucher, which is not sent. */
  async function bought() {
    const shopper = new Shopper(api);
    const items = prices.map((priceId, index) => ({ priceId, quantity: index === 0 ? 2 : 1 }));
    const { body } = await shopper.checkout({ items });
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    return { ...order, session, shopper };
  }
  const mailsAbout = (number: string) =>
    mail.mails
      .map((text) => text.replace(/=\n/g, '').replace(/=3D/g, '='))
      .filter((text) => text.includes(number) && text.includes('has been sent'));
  /** A busy database answers 503, and whoever tells of a parcel tells it again. */
  const mug = (number: string, quantity = 2) => ({ lineId: `${number}-0`, quantity });
  const PAID = ['confirmation_mail', 'merchant_notification'];

  it('are told to the shopper by mail and page, and to the merchant', async () => {
    const { id: orderId, number, session, shopper } = await bought();
    expect((await shopper.confirmation(session)).body).toMatchObject({
      shopStatus: 'preparing',
      shipments: [],
    });
    expect((await warehouse.shipments(number)).body).toMatchObject({
      goodsDue: true,
      shopStatus: 'preparing',
      lines: [{ leftToShip: 2 }, { leftToShip: 1 }, { name: 'Voucher', leftToShip: 0 }],
    });
    const first = await warehouse.ship(number, {
      lines: [mug(number)],
      carrier: 'DHL',
      trackingNumber: '0034',
      estimatedOn: DAY,
      shippedAt: at(1),
    });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ orderNumber: number, shopStatus: 'partly_shipped' });
    const { id } = first.body.shipment;
    const rest = await warehouse.ship(number, {});
    expect(rest.body).toMatchObject({
      shopStatus: 'shipped',
      shipment: { lines: [{ lineId: `${number}-1`, quantity: 1 }], carrier: null },
    });
    await warehouse.tell(number, id, { at: at(9), status: 'delivered' });
    await untilDone(api, orderId, [
      ...PAID,
      ...[id, rest.body.shipment.id].flatMap((one) => [
        `shipped_mail:${one}`,
        `shipped_event:${one}`,
      ]),
      `delivered_event:${id}`,
    ]);
    const mails = mailsAbout(number);
    expect(mails).toHaveLength(2);
    for (const words of [/A part of your order/, /2 .*Mug/, /DHL/, /0034/, /Track your parcel/])
      expect(mails.some((text) => words.test(text))).toBe(true);
    const events = merchant.requests
      .map(({ event }) => event)
      .filter(({ data }) => data.orderNumber === number);
    expect(events.map(({ type }) => type)).toEqual([
      'order.paid',
      'order.shipped',
      'order.shipped',
      'order.delivered',
    ]);
    expect(events.at(-1)?.data).toMatchObject({
      shopStatus: 'shipped',
      shipments: [{ id, status: 'delivered', deliveredAt: at(9) }, { status: 'shipped' }],
    });
    const full = (await shopper.confirmation(session)).body;
    expect(full).toMatchObject({
      shopStatus: 'shipped',
      shipments: [
        {
          status: 'delivered',
          carrier: 'DHL',
          trackingNumber: '0034',
          estimatedOn: DAY,
          shippedAt: at(1),
          deliveredAt: at(9),
          items: [{ index: 0, quantity: 2 }],
        },
        { status: 'shipped', items: [{ index: 1, quantity: 1 }] },
      ],
    });
    // A stranger with the link does not see where the parcel goes.
    const masked = await new Shopper(api).confirmation(session);
    expect(masked.body).toMatchObject({ view: 'masked', shopStatus: 'shipped' });
    expect(masked.text).not.toMatch(/0034|DHL|dhl/);
  });

  it('are one for one key, however often and at once they are told', async () => {
    const { id: orderId, number } = await bought();
    const told = { lines: [mug(number)], shippedAt: at(1) };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => untilTaken(() => warehouse.ship(number, told, 'SHP-1'))),
    );
    const ends = answers.map(({ status, body }) => body.shipment?.id ?? `${status} ${body.code}`);
    expect([...new Set(ends)]).toHaveLength(1);
    expect(answers[0]?.status).toBe(201);
    const [first] = answers;
    const reused = await warehouse.ship(number, { ...told, carrier: 'UPS' }, 'SHP-1');
    expect(reused).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    // The same key is another parcel's in another order.
    const other = await bought();
    expect((await warehouse.ship(other.number, {}, 'SHP-1')).status).toBe(201);
    const id = first?.body.shipment.id ?? '';
    await untilDone(api, orderId, [...PAID, `shipped_mail:${id}`, `shipped_event:${id}`]);
    expect(mailsAbout(number)).toHaveLength(1);
  });

  it('of several keys at once never have more than was ordered', async () => {
    const { number } = await bought();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        untilTaken(() => warehouse.ship(number, { lines: [mug(number, 1)] }, `SHP-${n}`)),
      ),
    );
    const codes = answers.map(({ status, body }) => (status === 201 ? 'ok' : body.code)).sort();
    expect(codes).toEqual([...Array<string>(4).fill('LINE_OVERSHIPPED'), 'ok', 'ok']);
  });

  it('end the same in whichever order their news come, and are told once', async () => {
    const news = [
      { at: at(2), carrier: 'UPS', trackingNumber: '1Z2' },
      { at: at(3), status: 'delayed', estimatedOn: DAY },
      { at: at(4), status: 'delivered' },
      { at: at(1), carrier: 'DHL', trackingNumber: '1' },
    ];
    const ends = new Set<string>();
    for (const turn of [0, 1, 2, 3]) {
      const { id: orderId, number, session } = await bought();
      const { body } = await warehouse.ship(number, { shippedAt: at(0) });
      const { id } = body.shipment;
      const inTurn = [...news.slice(turn), ...news.slice(0, turn)];
      for (const one of turn % 2 ? inTurn : inTurn.reverse()) {
        await warehouse.tell(number, id, one);
        await warehouse.tell(number, id, one);
      }
      const { shipments } = (await warehouse.shipments(number)).body;
      const { shippedStatus } = await orderOf(api, session);
      ends.add(
        JSON.stringify({ shipments, shippedStatus })
          .replaceAll(id, 'id')
          .replaceAll(number, 'number'),
      );
      await untilDone(api, orderId, [
        ...PAID,
        `shipped_mail:${id}`,
        `shipped_event:${id}`,
        `delivered_event:${id}`,
      ]);
      expect(mailsAbout(number)).toHaveLength(1);
    }
    expect([...ends]).toHaveLength(1);
    expect([...ends][0]).toMatch(/"delivered".*"UPS".*1Z2.*2026-11-30/);
  });

  it('leave an order partly shipped when one replaces a lost one, also where that is heard late', async () => {
    for (const isLate of [false, true]) {
      const { number, session } = await bought();
      const towel = { lineId: `${number}-1`, quantity: 1 };
      const lines = [mug(number, 1), towel];
      const { body } = await warehouse.ship(number, { lines, shippedAt: at(0) });
      const lost = () => warehouse.tell(number, body.shipment.id, { at: at(3), status: 'lost' });
      const replace = () => warehouse.ship(number, { lines: [mug(number, 1)], shippedAt: at(4) });
      await (isLate ? replace() : lost());
      await (isLate ? lost() : replace());
      expect((await orderOf(api, session)).shippedStatus).toBe('partly_shipped');
      const left = { lines: [mug(number, 1)], shippedAt: at(5) };
      expect((await warehouse.ship(number, left)).body.shopStatus).toBe('shipped');
    }
  });

  it('are refused for an order that must not be sent, and for what it does not have', async () => {
    const { number, session } = await bought();
    await api.sandbox.call('POST', `sessions/${session}/refund`, {});
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor > 0);
    expect(await warehouse.ship(number)).toMatchObject({
      status: 409,
      body: { code: 'ORDER_NOT_SHIPPABLE', errors: [{ path: 'order' }] },
    });
    const open = await new Shopper(api).checkout();
    expect((await warehouse.ship(open.body.orderNumber)).body).toMatchObject({
      code: 'ORDER_NOT_SHIPPABLE',
      errors: [{ message: 'is not paid' }],
    });
    const paid = await bought();
    for (const [body, status, code] of [
      [{ lines: [mug(number)] }, 422, 'LINE_NOT_SHIPPABLE'],
      [{ lines: [{ lineId: `${paid.number}-2`, quantity: 1 }] }, 422, 'LINE_NOT_SHIPPABLE'],
      [{ lines: [mug(paid.number, 3)] }, 409, 'LINE_OVERSHIPPED'],
      [{ lines: [mug(paid.number), mug(paid.number)] }, 400, 'INVALID_REQUEST'],
      [{ lines: [] }, 400, 'INVALID_REQUEST'],
      [{ carrier: '<b>' }, 400, 'INVALID_REQUEST'],
      [{ carrier: 'a\u0000b' }, 400, 'INVALID_REQUEST'],
      [{ estimatedOn: '0000-01-01' }, 400, 'INVALID_REQUEST'],
      [{ shippedAt: '2999-01-01T00:00:00Z' }, 400, 'INVALID_REQUEST'],
      [{ shippedAt: '2098-01-01T00:00:00Z' }, 422, 'SHIPMENT_IN_FUTURE'],
      ...UNPRINTABLE.map((trackingUrl) => [{ trackingUrl }, 400, 'INVALID_REQUEST'] as const),
      [{ trackingUrl: 'https://evil.example/1' }, 422, 'TRACKING_URL_NOT_ALLOWED'],
      [{ unknown: 1 }, 400, 'INVALID_REQUEST'],
    ] as const)
      expect(await warehouse.ship(paid.number, body)).toMatchObject({ status, body: { code } });
    expect((await stepsOf(api, paid.id)).some(({ step }) => step.startsWith('ship'))).toBe(false);
    expect((await warehouse.ship(paid.number, {}, 'a key')).body.code).toBe(
      'INVALID_IDEMPOTENCY_KEY',
    );
    for (const unknown of ['ZZZZ-ZZZZ', 'x', '%00', "';--"])
      expect(await warehouse.ship(unknown)).toMatchObject({ body: { code: 'ORDER_NOT_FOUND' } });
    const parcel = await warehouse.ship(paid.number.toLowerCase());
    expect(parcel.status).toBe(201);
    for (const trackingUrl of UNPRINTABLE) {
      const news = { at: at(1), trackingUrl };
      expect(await warehouse.tell(paid.number, parcel.body.shipment.id, news)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_REQUEST', errors: [{ path: 'trackingUrl' }] },
      });
    }
    expect((await warehouse.ship(paid.number)).body.code).toBe('NOTHING_TO_SHIP');
    const delivered = { at: at(1), status: 'delivered' };
    for (const id of ['none', '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10'])
      expect((await warehouse.tell(paid.number, id, delivered)).body.code).toBe(
        'SHIPMENT_NOT_FOUND',
      );
  });
});
