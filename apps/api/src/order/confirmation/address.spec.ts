import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { linkIn } from '../../../testing/mail-link';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { orderOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { deliveries } from '../../database/schema/fulfilment-tables';
import { orders } from '../../database/schema/tables';

const WRONG = 'jenny@gmial.example';
const RIGHT = 'jenny@gmail.example';

describe.each(usualEngines)('POST /api/orders/confirmation/resend on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());
  afterEach(() => api.sandbox.reset());

  async function paid() {
    const shopper = new Shopper(api);
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id, { email: WRONG });
    const order = await orderOf(api, id);
    await untilDone(api, order.id, ['confirmation_mail']);
    const mails = async (to: string) =>
      (await api.mails()).filter(
        (mail) => mail.includes(order.number) && mail.includes(`To: ${to}`),
      );
    return { shopper, id, order, mails };
  }
  const untilMailed = (mails: () => Promise<string[]>, times: number) =>
    until(mails, (found) => found.length === times);

  it('sends the confirmation again to the address of the order', async () => {
    const { shopper, id, mails } = await paid();
    expect((await shopper.resend(id)).status).toBe(204);
    await untilMailed(() => mails(WRONG), 2);
  });

  it('sends it to a corrected address; what the old one had opened ends', async () => {
    const { shopper, id, mails } = await paid();
    const [old = ''] = await mails(WRONG);
    const stranger = new Shopper(api);
    await stranger.open(id, linkIn(old).token);
    expect((await stranger.confirmation(id)).body.view).toBe('full');

    expect((await shopper.resend(id, RIGHT)).status).toBe(204);
    const [corrected = ''] = await untilMailed(() => mails(RIGHT), 1);
    expect((await stranger.confirmation(id)).body.view).toBe('masked');
    expect((await stranger.open(id, linkIn(old).token)).body.code).toBe('LINK_NOT_VALID');
    expect((await stranger.verify(id, WRONG)).body.code).toBe('VERIFICATION_FAILED');
    expect((await new Shopper(api).open(id, linkIn(corrected).token)).status).toBe(204);
    expect((await shopper.confirmation(id)).body).toMatchObject({ view: 'full', email: RIGHT });
    expect(await mails(WRONG)).toHaveLength(1);

    // Stripe still has the wrong one.
    await api.sandbox.call('POST', `sessions/${id}/refund`, {});
    const refunded = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor > 0);
    expect(refunded.email).toBe(RIGHT);
  });

  it('corrects once', async () => {
    const { shopper, id } = await paid();
    expect((await shopper.resend(id, RIGHT)).status).toBe(204);
    const { status, body } = await shopper.resend(id, WRONG);
    expect([status, body.code]).toEqual([409, 'EMAIL_NOT_CHANGEABLE']);
    expect((await orderOf(api, id)).email).toBe(RIGHT);
  });

  it('corrects within an hour of paying only, and sends again later too', async () => {
    const { shopper, id, order } = await paid();
    const paidAt = new Date(Date.now() - 60 * 60 * 1000);
    await api.database.queries.update(orders).set({ paidAt }).where(eq(orders.id, order.id));
    expect((await shopper.resend(id, RIGHT)).body.code).toBe('EMAIL_NOT_CHANGEABLE');
    expect((await shopper.resend(id)).status).toBe(204);
  });

  it('is for the browser that paid, not for one that the e-mail has opened', async () => {
    const { id, mails } = await paid();
    const reader = new Shopper(api);
    await reader.open(id, linkIn((await mails(WRONG))[0] ?? '').token);
    for (const answer of [
      await reader.resend(id, RIGHT),
      await new Shopper(api).resend(id),
      await reader.resend('cs_test_unknown'),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'BROWSER_NOT_BUYER']);
    }
  });

  it('sends what is true now: to the corrected address, that the payment failed', async () => {
    const shopper = new Shopper(api);
    const id = sessionIdOf((await shopper.checkout()).body.url);
    const byBank = { method: 'us_bank_account', name: 'Jenny Rosen', email: WRONG };
    await api.sandbox.call('POST', `sessions/${id}/complete`, byBank);
    const order = await untilOrder(api, id, ({ status }) => status === 'processing');
    await untilDone(api, order.id, ['received_mail']);
    await api.sandbox.call('POST', `sessions/${id}/fail`, {});
    await untilOrder(api, id, ({ status }) => status === 'payment_failed');
    await untilDone(api, order.id, ['received_mail', 'payment_failed_mail']);

    expect((await shopper.resend(id, RIGHT)).status).toBe(204);
    const isFor = (mail: string) => mail.includes(order.number) && mail.includes(`To: ${RIGHT}`);
    await until(api.mails.bind(api), (mails) => mails.filter(isFor).length === 1);
  });

  it('is offered by the confirmation as far as it goes', async () => {
    const { shopper, id, mails } = await paid();
    const { paidAt } = await orderOf(api, id);
    const correctableUntil = new Date((paidAt?.getTime() ?? 0) + 60 * 60 * 1000).toISOString();
    const told = (by = shopper) => by.confirmation(id).then(({ body }) => body);
    expect(await told()).toMatchObject({ resend: { correctableUntil }, mail: { to: WRONG } });

    const reader = new Shopper(api);
    await reader.open(id, linkIn((await mails(WRONG))[0] ?? '').token);
    expect(await told(reader)).toMatchObject({ view: 'full', resend: null });

    // A person corrects what the bank disputes: nothing is sent, and the old address is not called the new one.
    await api.sandbox.call('POST', `sessions/${id}/dispute`, {});
    await untilOrder(api, id, ({ disputedAt }) => disputedAt !== null);
    expect((await shopper.resend(id, RIGHT)).status).toBe(204);
    expect(await told()).toMatchObject({
      email: RIGHT,
      mail: { about: 'order_confirmed', status: 'sent', to: null },
      resend: { correctableUntil: null },
    });
    expect((await shopper.resend(id)).body.code).toBe('CONFIRMATION_NOT_SENT');
  });

  it('has three tries an hour', async () => {
    const { shopper, id } = await paid();
    for (let time = 0; time < 3; time += 1) expect((await shopper.resend(id)).status).toBe(204);
    expect((await shopper.resend(id)).body.code).toBe('RATE_LIMITED');
  });

  it('has nothing to send before the order is paid', async () => {
    const shopper = new Shopper(api);
    const id = sessionIdOf((await shopper.checkout()).body.url);
    expect((await shopper.resend(id)).body.code).toBe('CONFIRMATION_NOT_SENT');
    expect((await shopper.resend(id, RIGHT)).body.code).toBe('EMAIL_NOT_CHANGEABLE');
  });

  it.each([
    '',
    'a',
    'a@b',
    'a b@c.example',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.e',
  ])('refuses %j as an address', async (email) => {
    expect((await new Shopper(api).resend('cs_test_a1', email)).body.code).toBe('INVALID_REQUEST');
  });
});

describe.each(usualEngines)('an e-mail that is being sent, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, { api: { SMTP_URL: mail.url } });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });
  afterEach(() => api.sandbox.reset());

  it.each([
    ['takes it', '250 OK', 'sent'],
    ['refuses it for good', '550 no such mailbox', 'refused'],
  ])('goes to the corrected address too when the old one %s', async (_what, answer, outcome) => {
    let release: (line: string) => void = () => undefined;
    mail.answerTo.set(WRONG, new Promise((resolve) => (release = resolve)));
    const { tries } = mail;
    const shopper = new Shopper(api);
    const id = sessionIdOf((await shopper.checkout()).body.url);
    const byBank = { method: 'us_bank_account', name: 'Jenny Rosen', email: WRONG };
    await api.sandbox.call('POST', `sessions/${id}/complete`, byBank);
    const order = await untilOrder(api, id, ({ status }) => status === 'processing');
    await until(
      () => Promise.resolve(mail.tries),
      (count) => count > tries,
    );

    expect((await shopper.resend(id, RIGHT)).status).toBe(204);
    release(answer);
    const isFor = (one: string) => one.includes(order.number) && one.includes(`To: ${RIGHT}`);
    await until(
      () => Promise.resolve(mail.mails),
      (mails) => mails.filter(isFor).length === 1,
    );
    await untilDone(api, order.id, ['received_mail']);
    const attempts = await api.database.queries
      .select()
      .from(deliveries)
      .where(eq(deliveries.orderId, order.id))
      .orderBy(deliveries.attempt);
    expect(attempts.map((one) => one.outcome)).toEqual([outcome, 'sent']);
  });
});
