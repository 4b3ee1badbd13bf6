import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../../../testing/engines';
import { later } from '../../../../testing/later';
import { openMailServer } from '../../../../testing/mail-server';
import type { MailServer } from '../../../../testing/mail-server';
import { stepsOf, untilDone, untilOrder } from '../../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../../testing/shopper';
import { StaffBrowser } from '../../../../testing/staff-browser';
import { startTestApi } from '../../../../testing/start-test-api';
import type { TestApi } from '../../../../testing/start-test-api';
import { until } from '../../../../testing/until';
import type { OrderRow } from '../../../database/schema/tables';
import { LostStepsService } from '../../reconciliation/lost-steps.service';
import { ResendService } from '../resend.service';

const AN_HOUR_MS = 60 * 60 * 1000;
const A_DAY_MS = 24 * AN_HOUR_MS;

/** Yen, because konbini is a voucher that Stripe gives for yen only. */
describe.each(usualEngines)('what a shopper is told by e-mail, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let priceId: string;
  beforeAll(async () => {
    mail = await openMailServer();
    api = await startTestApi(engine, { shop: { currency: 'jpy' }, api: { SMTP_URL: mail.url } });
    const { id } = await api.stripe.products.create({ name: 'Mug' });
    const price = { product: id, currency: 'jpy', unit_amount: 3000 };
    priceId = (await api.stripe.prices.create(price)).id;
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await mail.close();
  });

  const act = (session: string, what: string, body: object = {}) =>
    api.sandbox.call('POST', `sessions/${session}/${what}`, body) as Promise<{ id: string }>;
  async function paysBy(how: object, shopper = new Shopper(api)) {
    const { body } = await shopper.checkout({ items: [{ priceId, quantity: 1 }] });
    const session = sessionIdOf(body.url);
    const payer = { name: 'Jenny Rosen', email: 'jenny.rosen@example.com', ...how };
    await act(session, 'complete', payer);
    const order = await untilOrder(api, session, ({ status }) => status !== 'pending');
    return { order, session };
  }
  const subjectsOf = ({ number }: OrderRow) =>
    mail.mails
      .filter((text) => text.includes(number))
      .map((text) => /^Subject: (.*(?:\n .*)*)$/m.exec(text)?.[1]?.replaceAll('\n', ''));
  const stepOf = async ({ id }: OrderRow, name: string) =>
    (await stepsOf(api, id)).find(({ step }) => step.startsWith(name));

  it('T1: has a voucher in the mail at once, and a reminder a day before it ends', async () => {
    const shopper = new Shopper(api);
    const { order, session } = await paysBy({ method: 'konbini' }, shopper);
    await untilDone(api, order.id, ['received_mail']);
    const [text = ''] = mail.mails.filter((one) => one.includes(order.number));
    expect(text).toContain('3,000');
    const end = Date.parse(
      order.paymentAction?.type === 'voucher' ? (order.paymentAction.expiresAt ?? '') : '',
    );
    const reminder = await stepOf(order, 'voucher_reminder_mail');
    expect(reminder).toMatchObject({ notBefore: new Date(end - A_DAY_MS), doneAt: null });
    // What waits for its time is neither lost, nor promised on the page, nor sent by a person's wish for the last one.
    await later(api, 12 * 60 * 1000, async () => {
      expect(await api.app.get(LostStepsService, { strict: false }).count()).toBe(0);
    });
    expect((await shopper.confirmation(session)).body).toMatchObject({
      mail: { about: 'order_received', status: 'sent' },
    });
    const resends = api.app.get(ResendService, { strict: false });
    expect(await resends.resend(order.id, 'mail')).toBe('received_mail');
    await untilDone(api, order.id, ['received_mail']);
    await later(api, end - A_DAY_MS - Date.now() + 1000, () =>
      untilDone(api, order.id, ['received_mail', 'voucher_reminder_mail']),
    );
    expect(await stepOf(order, 'voucher_reminder_mail')).toMatchObject({ outcome: 'sent' });
    expect(subjectsOf(order)).toHaveLength(3);
  });

  it('T1: has no reminder of a voucher that is paid, and what came meanwhile was not held back', async () => {
    const { order, session } = await paysBy({ method: 'konbini' });
    await act(session, 'settle');
    await untilDone(api, order.id, ['received_mail', 'confirmation_mail']);
    await later(api, 3 * A_DAY_MS, () =>
      untilDone(api, order.id, ['received_mail', 'voucher_reminder_mail', 'confirmation_mail']),
    );
    expect(await stepOf(order, 'voucher_reminder_mail')).toMatchObject({ outcome: 'moot' });
    expect(subjectsOf(order)).toHaveLength(2);
    // T6: no bank has completed a payment in cash.
    expect(mail.mails.find((text) => text.includes(order.number))).not.toContain('Your bank');
  });

  it('is told that a voucher was not paid which staff have cancelled, and of no time that ended', async () => {
    const operator = await StaffBrowser.open(api, 'anna', 'operator');
    const cancelled = async (cancelCheckoutPayments: boolean) => {
      const { order } = await paysBy({ method: 'konbini' });
      await untilDone(api, order.id, ['received_mail']);
      await api.sandbox.settings({ cancelCheckoutPayments });
      const path = `/api/staff/orders/${order.number}/cancel`;
      expect((await operator.act(path, { reason: 'nobody has paid it' })).status).toBe(200);
      await until(
        () => Promise.resolve(subjectsOf(order)),
        (subjects) => subjects.length === 2,
      );
      await api.sandbox.settings({ cancelCheckoutPayments: true });
      const told = mail.mails.filter((text) => text.includes(order.number)).at(-1);
      expect(told).not.toMatch(/in time|expired|time to pay/);
      return subjectsOf(order).at(-1);
    };
    expect(await cancelled(true)).toMatch(/was not paid$/);
    expect(await cancelled(false)).toMatch(/has been cancelled$/);
  });

  it('T1: is told by bank transfer what is left to pay', async () => {
    await api.sandbox.settings({ bankTransfers: true });
    const { order } = await paysBy({ method: 'customer_balance' });
    await untilDone(api, order.id, ['received_mail']);
    expect(order.sessionState).toBe('awaiting_bank_transfer');
    expect(mail.mails.find((text) => text.includes(order.number))).toContain('3,000');
  });

  it('is told of a review when it has lasted an hour, and of a shorter one never', async () => {
    const card = { number: '4000000000009235' };
    const [long, short] = [await paysBy({ card }), await paysBy({ card })];
    const { data } = await api.stripe.reviews.list();
    const { payment_intent: paid } = await api.stripe.checkout.sessions.retrieve(short.session);
    const review = data.find(({ payment_intent: intent }) => intent === paid);
    await api.stripe.reviews.approve(review?.id ?? '');
    await untilOrder(api, short.session, ({ status }) => status === 'paid');
    await untilDone(api, short.order.id, ['confirmation_mail']);
    const step = await stepOf(long.order, 'under_review_mail');
    expect(step?.notBefore?.getTime()).toBe((step?.stagedAt.getTime() ?? 0) + AN_HOUR_MS);
    const name = (await stepOf(short.order, 'under_review_mail'))?.step ?? '';
    await later(api, AN_HOUR_MS + 1000, async () => {
      await untilDone(api, long.order.id, [step?.step ?? '']);
      await untilDone(api, short.order.id, ['confirmation_mail', name]);
    });
    expect(subjectsOf(long.order)).toEqual([expect.stringContaining('checking')]);
    expect(subjectsOf(short.order)).toHaveLength(1);
  });

  it('is told that an announced refund was called off', async () => {
    const { order, session } = await paysBy({ method: 'konbini' });
    await act(session, 'settle');
    await untilOrder(api, session, ({ status }) => status === 'paid');
    const { id: refundId } = await act(session, 'refund', { amount: 1000 });
    const told = ['received_mail', 'confirmation_mail', `refund_requires_action_mail:${refundId}`];
    await untilDone(api, order.id, told);
    await api.stripe.refunds.cancel(refundId);
    await untilOrder(api, session, ({ refunds }) => refunds.length === 0);
    await untilDone(api, order.id, [...told, `refund_canceled_mail:${refundId}`]);
    expect(subjectsOf(order).at(-1)).toContain('called off');
  });

  it('is told that the bank has taken the money back from an order that was confirmed', async () => {
    const { order, session } = await paysBy({});
    const { id: disputeId } = await act(session, 'dispute');
    await untilOrder(api, session, ({ disputedAt }) => disputedAt !== null);
    await api.sandbox.call('POST', `disputes/${disputeId}/close`, { outcome: 'lost' });
    await untilOrder(api, session, ({ dispute }) => dispute?.status === 'lost');
    await untilDone(api, order.id, ['confirmation_mail', `dispute_lost_mail:${disputeId}`]);
    expect(subjectsOf(order)[1]).toContain('taken back');
  });

  it('T3: is told once of what came twice as news while the mail server was down', async () => {
    mail.answer = '451 try later';
    const { order, session } = await paysBy({});
    const { id: refundId } = await act(session, 'refund');
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor === 3000);
    mail.answer = '250 OK';
    await later(api, AN_HOUR_MS, () =>
      untilDone(api, order.id, ['confirmation_mail', `refund_mail:${refundId}`]),
    );
    expect(await stepOf(order, 'confirmation_mail')).toMatchObject({ outcome: 'moot' });
    expect(subjectsOf(order)).toEqual([expect.stringContaining('refund')]);
  });
});
