import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { describeOnPostgres } from '../../testing/engines';
import { MERCHANT_SECRET, openMerchantServer } from '../../testing/merchant-server';
import type { MerchantServer } from '../../testing/merchant-server';
import { lastCommands } from '../../testing/last-commands';
import { untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { until } from '../../testing/until';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';

// On the embedded database the API carries the commands out: socket/beside-api.process.spec.ts.
describeOnPostgres('npm run orders, about what was told', () => {
  let api: TestApi;
  let merchant: MerchantServer;
  let number: string;
  const since = new Date().toISOString();

  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi('postgres', {
      api: {
        FULFILLMENT_WEBHOOK_URL: `${merchant.url}?token=secret`,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
    });
    const order = await bought();
    number = order.number;
    await untilDone(api, order.id, ['confirmation_mail', 'merchant_notification']);
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });

  async function bought() {
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId);
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    return { ...order, sessionId };
  }
  /** A part of the money, so that the goods stay due. */
  async function refund(sessionId: string) {
    await api.sandbox.call('POST', `sessions/${sessionId}/refund`, { amount: 400 });
    await untilOrder(api, sessionId, ({ refundedMinor }) => refundedMinor === 400);
  }
  const command = (...args: string[]) => runHere('orders', args, api.env);
  const program = (...args: string[]) => runProgram('orders', args, api.env);
  const untilRequests = (count: number) =>
    until(
      () => Promise.resolve(merchant.requests),
      (requests) => requests.length >= count,
    );

  it('shows every step and every attempt', async () => {
    const { out } = await program('deliveries', number, '--json');
    expect(JSON.parse(out)).toMatchObject({
      orderNumber: number,
      steps: [
        { step: 'confirmation_mail', channel: 'mail', outcome: 'sent' },
        {
          step: 'merchant_notification',
          channel: 'merchant',
          outcome: 'sent',
          attempts: [{ attempt: 1, outcome: 'sent', code: null }],
        },
      ],
    });
    expect((await command('deliveries', number)).out).toContain('merchant_notification');
  });

  it('sends the last event again, and every event since a time, under the same id', async () => {
    const count = merchant.requests.length;
    const { out } = await program('resend', number, '--step', 'merchant', '--json');
    expect(JSON.parse(out)).toMatchObject({ steps: ['merchant_notification'], queued: true });
    await untilRequests(count + 1);
    const recovered = await program('recover', '--since', since, '--json');
    expect(JSON.parse(recovered.out)).toMatchObject({ queued: { events: 1, orders: 1 } });
    const requests = await untilRequests(count + 2);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('sends the last e-mail again', async () => {
    const { out } = await command('resend', number, '--step', 'mail', '--json');
    expect(JSON.parse(out)).toMatchObject({ steps: ['confirmation_mail'], queued: true });
  });

  it.each([
    ['the step that an alert names', 'merchant_notification'],
    ['what a channel refused', 'merchant'],
  ])('sends %s again, and not what came later', async (_what, step) => {
    merchant.answer = 410;
    const order = await bought();
    await untilDone(api, order.id, ['confirmation_mail', 'merchant_notification']);
    merchant.answer = 204;
    await refund(order.sessionId);
    const taken = () =>
      merchant.requests
        .filter(({ event, status }) => status === 204 && event.data.orderNumber === order.number)
        .map(({ event }) => event.type);
    const untilTaken = (types: string[]) =>
      until(
        () => Promise.resolve(taken()),
        (found) => found.length >= types.length,
      ).then((found) => expect(found).toEqual(types));
    await untilTaken(['order.refunded']);
    const { out } = await command('resend', order.number, '--step', step, '--json');
    expect(JSON.parse(out)).toMatchObject({ steps: ['merchant_notification'], queued: true });
    await untilTaken(['order.refunded', 'order.paid']);
    // Now nothing is refused, so it is the last one.
    const { out: last } = await command('resend', order.number, '--step', 'merchant', '--json');
    expect(JSON.parse(last)).toMatchObject({ steps: [expect.stringMatching(/^refunded_event:/)] });
    await untilTaken(['order.refunded', 'order.paid', 'order.refunded']);
  });

  it('sends no step that the order does not have', async () => {
    const { code, error } = await command('resend', number, '--step', 'refund_mail:re_1');
    expect([code, error.trim()]).toEqual([
      1,
      `refund_mail:re_1 is no step of ${number}, or is no longer true.`,
    ]);
  });

  it('sends a signed sample event, and says what came back', async () => {
    const { code, out } = await command('test-event', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ url: merchant.url, status: 204 });
    const { body, headers } = merchant.requests.at(-1) ?? { body: '', headers: {} };
    const event = new Webhook(MERCHANT_SECRET).verify(body, headers as Record<string, string>);
    expect(event).toMatchObject({ data: { orderNumber: 'TEST-TEST', goodsDue: false } });
    merchant.answer = 410;
    const refused = await program('test-event');
    merchant.answer = 204;
    expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('410') });
    expect(refused.error).not.toContain('token=secret');
  });

  it.each([
    [['deliveries'], 2],
    [['deliveries', 'nobody'], 1],
    [['resend', 'nobody'], 1],
    [['resend', 'nobody', '--step', 'fax'], 2],
    [['resend', 'nobody', '--reason', 'x'], 2],
    [['recover'], 2],
    [['recover', '--since', 'yesterday'], 2],
    [['recover', '--since', '2026-02-30'], 2],
    [['recover', '--since', '2999-01-01'], 1],
    [['test-event', 'now'], 2],
  ])('%j ends with %d', async (args, code) => {
    expect((await command(...args)).code).toBe(code);
  });

  it('shows what waits for its time, and until when', async () => {
    const { body } = await new Shopper(api).checkout();
    const sessionId = sessionIdOf(body.url);
    await api.sandbox.complete(sessionId, { card: { number: '4000000000009235' } });
    const order = await untilOrder(api, sessionId, ({ status }) => status === 'processing');
    const { out } = await command('deliveries', order.number, '--json');
    const { steps } = JSON.parse(out) as { steps: Record<string, string>[] };
    const step = steps.find(({ channel }) => channel === 'mail');
    expect(step).toMatchObject({ step: 'under_review_mail:v1', outcome: 'pending' });
    expect(step?.['note']).toBe(`not before ${step?.['notBefore']}`);
    expect((await command('deliveries', order.number)).out).toContain('note: not before 20');
  });

  it('writes down what was sent again and why, and what could not be', async () => {
    const reason = 'the mailbox was full';
    await command('resend', number, '--step', 'mail', '--reason', reason);
    await command('resend', number, '--step', 'refund_mail:re_1');
    await command('recover', '--since', since, '--reason', 'it has lost a day');
    const about = { action: 'resendOrder', orderNumber: number };
    const paid = { status: 'paid' };
    const kept = { subject: 'confirmation_mail', reason, before: paid, after: paid };
    const refused = { status: 409, code: 'ACTION_NOT_POSSIBLE' };
    expect(await lastCommands(api, 3)).toMatchObject([
      { ...about, ...kept, status: 200, code: null },
      { ...about, subject: 'refund_mail:re_1', reason: null, before: paid, ...refused },
      {
        action: 'recoverEvents',
        subject: since,
        reason: 'it has lost a day',
        status: 200,
        after: expect.any(Object),
      },
    ]);
  });
});
