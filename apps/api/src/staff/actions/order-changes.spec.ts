import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DeadLetters,
  Problem,
  StaffActionAnswer,
  StaffAudit,
  StaffOrder,
  StaffOverview,
} from '@shop/contract';
import { engines } from '../../../testing/engines';
import { outcomesOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';

const reason = 'she has called';
const FAILED = { path: '/v1/refunds', method: 'POST', status: 500 };
const ADDRESS = {
  name: 'Jenny Rosen',
  line1: '12 Corrected Road',
  line2: null,
  postalCode: '94107',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
};

describe.each(engines)('what staff change of an order, on the %s database', (engine) => {
  let api: TestApi;
  let operator: StaffBrowser;
  beforeAll(async () => {
    // Shoppers may change nothing themselves: staff may.
    api = await startTestApi(engine, {
      shop: { checkout: { shipping: { countries: ['US', 'DE'] } } },
    });
    operator = await StaffBrowser.open(api, 'anna', 'operator');
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  async function bought(by: { card?: { number: string } } = {}) {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session, by);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    return { ...order, session };
  }
  const act = (number: string, what: string, body: object = {}, key?: string) =>
    operator.act<StaffActionAnswer & Problem>(
      `/api/staff/orders/${number}/${what}`,
      { reason, ...body },
      key === undefined ? {} : { 'idempotency-key': key },
    );
  const why = (message: string) => ({
    status: 409,
    body: { code: 'ACTION_NOT_POSSIBLE', errors: [{ message: expect.stringContaining(message) }] },
  });
  const untilSent = (orderId: string, name: string, count: number) =>
    until(
      () => outcomesOf(api, orderId),
      (steps) =>
        steps.filter(([step, how]) => step.startsWith(name) && how === 'sent').length === count,
    );
  const refundsOf = async ({ stripePaymentIntentId }: { stripePaymentIntentId: string | null }) =>
    (await api.stripe.refunds.list({ payment_intent: stripePaymentIntentId ?? '' })).data
      .map(({ amount }) => amount)
      .toReversed();

  it('refunds a part and then the rest, each once by its key, and never more', async () => {
    const order = await bought();
    const { number } = order;
    const part = await act(number, 'refund', { amountMinor: 400 }, 'first');
    expect(part).toMatchObject({
      status: 200,
      body: {
        words: '$4.00 are refunded. Stripe says: succeeded.',
        before: { refundedMinor: 0 },
        after: { refundedMinor: 400, status: 'paid' },
      },
    });
    expect((await act(number, 'refund', { amountMinor: 400 }, 'first')).status).toBe(200);
    expect((await act(number, 'refund', { amountMinor: 500 }, 'first')).body.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await act(number, 'refund', { amountMinor: 999_999 }, 'more')).toMatchObject(
      why('Stripe says'),
    );
    expect((await act(number, 'refund', { amountMinor: 1 })).body.code).toBe(
      'INVALID_IDEMPOTENCY_KEY',
    );
    const rest = await act(number, 'refund', {}, 'rest');
    expect(rest.body.after).toMatchObject({ refundedMinor: order.totalMinor });
    expect(await refundsOf(order)).toEqual([400, order.totalMinor - 400]);
    expect(await act(number, 'refund', {}, 'again')).toMatchObject(why('Stripe says'));
    await untilSent(order.id, 'refund_mail', 2);
  });

  it.each([
    ['is on its way', '4000000000007726', 'are on their way back. Stripe says: pending.'],
    ['has failed since', '4000000000005126', 'are not refunded. Stripe says: failed.'],
  ])('says of a refund that %s no more than is true', async (_what, card, words) => {
    const { number } = await bought({ card: { number: card } });
    const refund = () => act(number, 'refund', { amountMinor: 400 }, 'once');
    expect((await refund()).status).toBe(200);
    expect((await refund()).body.words).toBe(`$4.00 ${words}`);
  });

  it('takes the same key for the same refund also when Stripe has forgotten its own keys', async () => {
    const order = await bought();
    const { number } = order;
    const part = await act(number, 'refund', { amountMinor: 400 }, 'RMA-7');
    // As after a day.
    await api.sandbox.reset();
    expect((await act(number, 'refund', { amountMinor: 400 }, 'RMA-7')).body).toMatchObject({
      words: part.body.words,
      after: { refundedMinor: 400 },
    });
    for (const body of [{ amountMinor: 500 }, {}])
      expect((await act(number, 'refund', body, 'RMA-7')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await act(number, 'refund', { amountMinor: 400 }, 'RMA-8')).status).toBe(200);
    expect((await act(number, 'refund', {}, 'RMA-9')).status).toBe(200);
    await api.sandbox.reset();
    expect((await act(number, 'refund', {}, 'RMA-9')).status).toBe(200);
    expect(await refundsOf(order)).toEqual([400, 400, order.totalMinor - 800]);
    const { data } = await api.stripe.refunds.list({
      payment_intent: order.stripePaymentIntentId ?? '',
    });
    expect(JSON.stringify(data)).not.toContain('RMA-7');
  });

  it('refunds the rest once after Stripe has failed at it, in two calls or within one', async () => {
    const [one, two] = [await bought(), await bought()];
    await api.sandbox.faults({ ...FAILED, when: 'instead', times: 2 });
    expect((await act(one.number, 'refund', {}, 'rest')).status).toBe(200);
    expect((await act(one.number, 'refund', {}, 'rest')).status).toBe(200);
    await api.sandbox.faults({ ...FAILED, when: 'instead', times: 3 });
    expect((await act(two.number, 'refund', {}, 'rest')).body.code).toBe('STRIPE_UNAVAILABLE');
    expect((await act(two.number, 'refund', {}, 'rest')).status).toBe(200);
    for (const order of [one, two]) expect(await refundsOf(order)).toEqual([order.totalMinor]);
  });

  it('finds a part that Stripe has refunded although it answered with an error', async () => {
    const order = await bought();
    await api.sandbox.faults({ ...FAILED, when: 'after', times: 2 });
    expect(await act(order.number, 'refund', { amountMinor: 400 }, 'part')).toMatchObject({
      status: 200,
      body: { after: { refundedMinor: 400 } },
    });
    expect(await refundsOf(order)).toEqual([400]);
  });

  it('leaves a part that Stripe has failed at to a person: it may be there and not be seen yet', async () => {
    const order = await bought();
    await api.sandbox.faults({ ...FAILED, when: 'instead', times: 2 });
    const part = (key: string) => act(order.number, 'refund', { amountMinor: 400 }, key);
    for (let times = 0; times < 2; times += 1)
      expect(await part('part')).toMatchObject(why('Look at its payment in the Dashboard'));
    expect(await refundsOf(order)).toEqual([]);
    expect((await part('anew')).status).toBe(200);
    expect(await refundsOf(order)).toEqual([400]);
  });

  it('cancels before anything is sent, gives all back, and tells the shopper who has done it', async () => {
    const order = await bought();
    expect(await act(order.number, 'cancel')).toMatchObject({
      status: 200,
      body: { before: { cancelled: false }, after: { cancelled: true } },
    });
    await untilOrder(api, order.session, ({ cancelRefund }) => cancelRefund === 'started');
    expect(await refundsOf(order)).toEqual([order.totalMinor]);
    await untilSent(order.id, 'staff_cancelled_mail', 1);
    const mails = (await api.mails()).filter((mail) => mail.includes(order.number));
    expect(mails.some((mail) => /^Subject: Your order .* has been cancelled/m.test(mail))).toBe(
      true,
    );
    expect(mails.join('')).not.toContain('You have cancelled');
    expect(await act(order.number, 'cancel')).toMatchObject(why('it is cancelled already'));
  });

  it('says of a cancelled order that Stripe refuses its refund, until it is made', async () => {
    const { number, session } = await bought();
    const wrong = async () =>
      (await operator.get<StaffOrder>(`/api/staff/orders/${number}`)).body.wrong;
    const isNeeded = async () => {
      const { body } = await operator.get<StaffOverview>('/api/staff/overview');
      return body.needs.some(({ code }) => code === 'refund_refused');
    };
    const letters = async () => {
      const { body } = await operator.get<DeadLetters>('/api/staff/dead-letters');
      return body.deadLetters.filter(({ orderNumber }) => orderNumber === number);
    };
    await api.sandbox.faults({ missingPermissions: ['rak_refund_write'] });
    const { words } = (await act(number, 'cancel')).body;
    expect(words).toContain('Stripe is asked for its refund');
    await untilOrder(api, session, ({ cancelRefund }) => cancelRefund === 'refused');
    expect(await wrong()).toMatchObject([{ code: 'refund_refused' }]);
    expect(await isNeeded()).toBe(true);
    // The order says so a moment before its job counts as dead.
    const [letter] = await until(letters, (found) => found.length > 0);
    expect(letter?.words).toBe('The refund of a cancelled order was not made.');
    await api.sandbox.faults({});
    const retried = await operator.act(`/api/staff/dead-letters/${letter?.id}/retry`, { reason });
    expect(retried.status).toBe(200);
    await untilOrder(api, session, ({ cancelRefund }) => cancelRefund === 'started');
    expect(await wrong()).toEqual([]);
    expect(await isNeeded()).toBe(false);
  });

  it('corrects where it goes and whom it is written to, until something is sent', async () => {
    const { number, id } = await bought();
    expect(await act(number, 'delivery-address', { address: ADDRESS })).toMatchObject({
      status: 200,
      body: { before: { addressVersion: 0 }, after: { addressVersion: 1 } },
    });
    const abroad = { ...ADDRESS, country: 'FR', state: null };
    expect(await act(number, 'delivery-address', { address: abroad })).toMatchObject(
      why('is no country that the shop sends to'),
    );
    expect((await act(number, 'email', { email: 'jen@example.org' })).status).toBe(200);
    await until(
      async () => (await api.mails()).filter((mail) => mail.includes('To: jen@example.org')),
      (found) => found.length > 0,
    );
    await untilSent(id, 'address_mail', 1);
    const sent = await act(number, 'shipments', { carrier: 'DHL' }, 'parcel');
    expect(sent.status).toBe(201);
    for (const [what, body] of [
      ['cancel', {}],
      ['delivery-address', { address: { ...ADDRESS, line1: '13 Late Road' } }],
    ] as const)
      expect(await act(number, what, body)).toMatchObject(why('it is on its way'));
    const audit = await operator.get<StaffAudit>('/api/staff/audit');
    expect(audit.body.actions.slice(0, 6)).toMatchObject([
      { action: 'setAddress', code: 'ACTION_NOT_POSSIBLE', reason },
      { action: 'cancelForShopper', code: 'ACTION_NOT_POSSIBLE', reason },
      { action: 'createShipment', status: 201, reason },
      { action: 'setEmail', status: 200, reason },
      { action: 'setAddress', code: 'ACTION_NOT_POSSIBLE', reason },
      { action: 'setAddress', status: 200, reason, after: { addressVersion: 1 } },
    ]);
    expect(audit.text).not.toMatch(/Corrected Road|jen@example/);
  });

  it('says which permission the key lacks', async () => {
    const { number } = await bought();
    await api.sandbox.faults({ missingPermissions: ['rak_refund_write'] });
    expect(await act(number, 'refund', {}, 'first')).toMatchObject(
      why('the Stripe API key lacks the permission rak_refund_write'),
    );
    await api.sandbox.faults({ missingPermissions: ['rak_checkout_session_read'] });
    expect(await act(number, 'sync')).toMatchObject(
      why('the Stripe API key lacks the permission rak_checkout_session_read'),
    );
  });

  it('is refused for a viewer, without an order, and without a reason', async () => {
    const viewer = await StaffBrowser.open(api, 'vera', 'viewer');
    for (const [what, body] of [
      ['cancel', {}],
      ['refund', {}],
      ['delivery-address', { address: ADDRESS }],
      ['email', { email: 'jen@example.org' }],
    ] as const) {
      const path = `/api/staff/orders/ZZZZ-ZZZZ/${what}`;
      const headers = { 'idempotency-key': 'a' };
      const codeOf = async (by: StaffBrowser, sent: object) =>
        (await by.act(path, sent, headers)).body.code;
      expect(await codeOf(viewer, { reason, ...body })).toBe('ROLE_NOT_ALLOWED');
      expect(await codeOf(operator, { reason, ...body })).toBe('ORDER_NOT_FOUND');
      expect(await codeOf(operator, body)).toBe('INVALID_REQUEST');
    }
  });
});
