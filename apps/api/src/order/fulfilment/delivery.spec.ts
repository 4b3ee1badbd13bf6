import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eq, sql } from 'drizzle-orm';
import { engines } from '../../../testing/engines';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { orderOf, stepsOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { Clock } from '../../clock/clock';
import { deliveries, fulfilments } from '../../database/schema/fulfilment-tables';
import { JobQueue } from '../../jobs/job-queue';

const A_DAY_MS = 24 * 60 * 60 * 1000;
const BEHIND_MS = 5000;
const DOWN = 503;
const PAYER = 'jenny.rosen@example.com';

describe.each(engines)('what is told about an order, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  let mail: MailServer;
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

  beforeAll(async () => {
    [merchant, mail] = [await openMerchantServer(), await openMailServer()];
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
        SMTP_URL: mail.url,
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await Promise.all([merchant.close(), mail.close()]);
  });
  beforeEach(() => {
    [merchant.answer, mail.answer] = [204, '250 OK'];
    mail.answerTo.clear();
    logged.mockClear();
  });

  async function bought(shopper = new Shopper(api)) {
    const { body } = await shopper.checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    return untilOrder(api, id, ({ status }) => status === 'paid');
  }
  async function refund(stripeSessionId: string | null, amount?: number): Promise<string> {
    const path = `sessions/${stripeSessionId}/refund`;
    const { id } = (await api.sandbox.call('POST', path, amount ? { amount } : {})) as {
      id: string;
    };
    await untilOrder(api, stripeSessionId ?? '', ({ refunds }) =>
      refunds.some((one) => one.id === id && one.status === 'succeeded'),
    );
    return id;
  }
  const attemptsOf = (orderId: string, step: string) =>
    api.database.queries
      .select()
      .from(deliveries)
      .where(sql`${eq(deliveries.orderId, orderId)} and ${eq(deliveries.step, step)}`)
      .orderBy(deliveries.attempt);
  const untilFailed = (orderId: string, step: string) =>
    until(
      () => attemptsOf(orderId, step),
      (attempts) => attempts.some(({ outcome }) => outcome === 'failed'),
    );
  const stepOf = async (orderId: string, step: string) =>
    (await stepsOf(api, orderId)).find((one) => one.step === step);
  /** Types and sequences of the events that the merchant has taken, as they came. */
  const takenOf = (orderNumber: string) =>
    merchant.requests
      .filter(({ event, status }) => status === 204 && event.data.orderNumber === orderNumber)
      .map(({ event }) => event);
  const alertsOf = (orderNumber: string) =>
    logged.mock.calls
      .map(([fields]) => fields as unknown as Record<string, unknown>)
      .filter((fields) => fields['alert'] && fields['orderNumber'] === orderNumber);

  it('is not a payment that was given back while the merchant’s system was down', async () => {
    merchant.answer = DOWN;
    const { id, number, stripeSessionId } = await bought();
    await untilFailed(id, 'merchant_notification');
    const refundId = await refund(stripeSessionId);
    merchant.answer = 204;
    const refunded = `refunded_event:${refundId}`;
    await untilDone(api, id, [
      'confirmation_mail',
      'merchant_notification',
      `refund_mail:${refundId}`,
      refunded,
    ]);
    expect(takenOf(number).map(({ type }) => type)).toEqual(['order.refunded']);
    expect(await stepOf(id, 'merchant_notification')).toMatchObject({ outcome: 'moot' });
    expect(await stepOf(id, refunded)).toMatchObject({ outcome: 'sent' });
  });

  it('keeps its order: what fails holds back what came later', async () => {
    [merchant.answer, mail.answer] = [DOWN, '451 try later'];
    const { id, number, stripeSessionId } = await bought();
    await untilFailed(id, 'merchant_notification');
    await untilFailed(id, 'confirmation_mail');
    const refundId = await refund(stripeSessionId, 400);
    expect(await attemptsOf(id, `refund_mail:${refundId}`)).toEqual([]);
    expect(await attemptsOf(id, `refunded_event:${refundId}`)).toEqual([]);
    [merchant.answer, mail.answer] = [204, '250 OK'];
    await until(
      () => stepsOf(api, id),
      (steps) => steps.length === 4 && steps.every(({ outcome }) => outcome === 'sent'),
    );
    const events = takenOf(number);
    expect(events.map(({ type }) => type)).toEqual(['order.paid', 'order.refunded']);
    expect(events[1]?.sequence).toBeGreaterThan(events[0]?.sequence ?? 0);
    const subjects = mail.mails
      .filter((text) => text.includes(number))
      .map((text) => /^Subject: (.*)$/m.exec(text)?.[1]);
    expect(subjects).toEqual([
      expect.stringContaining('Your order'),
      expect.stringContaining('A partial refund'),
    ]);
  });

  it('is not a refund that failed and was made again meanwhile', async () => {
    const { id, stripeSessionId } = await bought();
    await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);
    [merchant.answer, mail.answer] = [DOWN, '451 try later'];
    const failed = await refund(stripeSessionId);
    await api.sandbox.call('POST', `refunds/${failed}/fail`, {});
    await untilOrder(api, stripeSessionId ?? '', ({ refundedMinor }) => refundedMinor === 0);
    const again = await refund(stripeSessionId);
    [merchant.answer, mail.answer] = [204, '250 OK'];
    const told = ['refund_mail', 'refunded_event'].flatMap((step) => [
      `${step}:${failed}`,
      `${step}:${again}`,
    ]);
    const ofFailure = [`refund_failed_mail:${failed}`, `refund_failed_event:${failed}`];
    await untilDone(api, id, ['confirmation_mail', 'merchant_notification', ...told, ...ofFailure]);
    for (const step of ofFailure) expect(await stepOf(id, step)).toMatchObject({ outcome: 'moot' });
    expect(await stepOf(id, `refund_mail:${again}`)).toMatchObject({ outcome: 'sent' });
  });

  it('is shown to the shopper as what has become of it', async () => {
    mail.answer = '451 try later';
    const shopper = new Shopper(api);
    const { id, stripeSessionId } = await bought(shopper);
    const shown = async () => {
      const { body } = await shopper.confirmation(stripeSessionId ?? '');
      return body.view === 'full' ? body.mail : undefined;
    };
    await untilFailed(id, 'confirmation_mail');
    const { email: to } = await orderOf(api, stripeSessionId ?? '');
    expect(await shown()).toEqual({
      about: 'order_confirmed',
      status: 'pending',
      sentAt: null,
      to,
    });
    mail.answer = '250 OK';
    await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);
    const sentAt = (await stepOf(id, 'confirmation_mail'))?.doneAt?.toISOString();
    expect(await shown()).toEqual({ about: 'order_confirmed', status: 'sent', sentAt, to });
    mail.answer = '550 5.1.1 no such user';
    const refundId = await refund(stripeSessionId, 400);
    await until(
      () => stepOf(id, `refund_mail:${refundId}`),
      (step) => step?.doneAt != null,
    );
    expect(await shown()).toEqual({
      about: 'refund_succeeded',
      status: 'undeliverable',
      sentAt: null,
      to,
    });
  });

  it('goes to the merchant one event of an order at a time', async () => {
    let release: (status: number) => void = () => undefined;
    merchant.answer = new Promise((resolve) => (release = resolve));
    const { id, number, stripeSessionId } = await bought();
    const refundId = await refund(stripeSessionId, 400);
    // The jobs of both channels have been queued by then.
    await until(
      () => stepOf(id, `refund_mail:${refundId}`),
      (step) => step?.outcome === 'sent',
    );
    expect(takenOf(number)).toEqual([]);
    release(204);
    await until(
      () => stepsOf(api, id),
      (steps) => steps.length === 4 && steps.every(({ outcome }) => outcome === 'sent'),
    );
    expect(merchant.mostAtOnce()).toBe(1);
  });

  it('goes to the merchant at once while the mail server hangs', async () => {
    let release: (line: string) => void = () => undefined;
    mail.answerTo.set(PAYER, new Promise((resolve) => (release = resolve)));
    try {
      const orders = await Promise.all(Array.from({ length: 10 }, () => bought()));
      await until(
        () => Promise.resolve(orders.filter(({ number }) => takenOf(number).length === 0).length),
        (untold) => untold === 0,
      );
      // Not even the first e-mail has been given up by then.
      for (const { id } of orders) expect(await attemptsOf(id, 'confirmation_mail')).toEqual([]);
    } finally {
      release('250 OK');
    }
  });

  it.each([
    ['mail', 'confirmation_mail', 'refused', '550'],
    ['merchant', 'merchant_notification', 'refused', '410'],
    ['merchant', 'merchant_notification', 'refused', '404'],
  ])('%s: %s is %s for good by %s: one attempt, one alert', async (channel, step, _, code) => {
    if (channel === 'mail') mail.answer = `${code} 5.1.1 no such user jenny.rosen@example.com`;
    else merchant.answer = Number(code);
    const { id, number } = await bought();
    await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);
    expect(await attemptsOf(id, step)).toMatchObject([{ attempt: 1, outcome: 'refused', code }]);
    expect(await stepOf(id, step)).toMatchObject({ outcome: 'undeliverable' });
    const [alert, ...others] = alertsOf(number);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ step, code });
    expect(alert?.['reason']).toContain(`npm run orders -- resend ${number} --step ${step}`);
    expect(JSON.stringify(alert)).not.toContain('jenny.rosen');
  });

  it('is given up after a day of failures, with one alert', async () => {
    merchant.answer = DOWN;
    const { id, number } = await bought();
    await untilFailed(id, 'merchant_notification');
    const clock = api.app.get(Clock);
    const now = clock.now.bind(clock);
    const ahead = jest
      .spyOn(clock, 'now')
      .mockImplementation(() => new Date(now().getTime() + A_DAY_MS));
    try {
      await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);
    } finally {
      ahead.mockRestore();
    }
    expect(await stepOf(id, 'merchant_notification')).toMatchObject({ outcome: 'undeliverable' });
    expect(alertsOf(number)).toHaveLength(1);
  });

  it('is tried again by a process whose clock is behind the database’s, or another process’s', async () => {
    merchant.answer = DOWN;
    const { id } = await bought();
    await untilFailed(id, 'merchant_notification');
    const clock = api.app.get(Clock);
    const now = clock.now.bind(clock);
    const behind = jest
      .spyOn(clock, 'now')
      .mockImplementation(() => new Date(now().getTime() - BEHIND_MS));
    merchant.answer = 204;
    try {
      await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);
    } finally {
      behind.mockRestore();
    }
    expect(await stepOf(id, 'merchant_notification')).toMatchObject({ outcome: 'sent' });
    // What waited has left no further job.
    const { rows } = await api.database.queries.execute(
      sql`select from pgboss.job where name = 'order.deliver' and state < 'active' and data ->> 'orderId' = ${id}`,
    );
    expect(rows).toEqual([]);
  });

  it('is taken over from a version that queued a job for each step', async () => {
    const { id } = await bought();
    await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);
    const old = { orderId: id, step: 'refund_pending_mail:re_gone' };
    const jobs = api.app.get(JobQueue, { strict: false });
    await api.database.transaction(async (tx) => {
      await tx.insert(fulfilments).values(old);
      await jobs.send(tx, 'order.fulfil', old);
    });
    const step = await until(
      () => stepOf(id, old.step),
      (row) => row?.doneAt != null,
    );
    expect(step).toMatchObject({ channel: 'mail', outcome: 'moot' });
  });
});
