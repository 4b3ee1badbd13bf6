import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../../testing/engines';
import { later } from '../../../../testing/later';
import { openMailServer } from '../../../../testing/mail-server';
import type { MailServer } from '../../../../testing/mail-server';
import { MERCHANT_SECRET, openMerchantServer } from '../../../../testing/merchant-server';
import type { MerchantServer } from '../../../../testing/merchant-server';
import { stepsOf, untilOrder } from '../../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../../testing/shopper';
import { startTestApi } from '../../../../testing/start-test-api';
import type { TestApi } from '../../../../testing/start-test-api';
import { until } from '../../../../testing/until';
import { deliveries } from '../../../database/schema/fulfilment-tables';
import { MOST_IN_WINDOW, WINDOW_MS } from './plan-staff-mail';

const STAFF = ['anna@shop.example', 'ben@shop.example'];

describe.each(usualEngines)('what staff are told by e-mail, on the %s database', (engine) => {
  let api: TestApi;
  let mail: MailServer;
  let merchant: MerchantServer;
  beforeAll(async () => {
    [mail, merchant] = [await openMailServer(), await openMerchantServer()];
    api = await startTestApi(engine, {
      shop: { mail: { from: 'Shop <orders@shop.example>', staff: STAFF } },
      api: {
        SMTP_URL: mail.url,
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await Promise.all([mail.close(), merchant.close()]);
  });

  const act = (path: string, body: object = {}) =>
    api.sandbox.call('POST', path, body) as Promise<{ id: string }>;
  async function bought() {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    return { ...order, session };
  }
  const forStaff = () => mail.mails.filter((text) => text.includes(`To: ${STAFF.join(', ')}`));
  const textOf = (raw: string) => raw.replace(/=\n/g, '').replace(/=3D/g, '=');
  const untilTold = (orderId: string, name: string) =>
    until(
      () => stepsOf(api, orderId),
      (steps) => steps.some(({ step, outcome }) => step.startsWith(name) && outcome === 'sent'),
    );
  const untilHeld = (orderId: string, name: string) =>
    until(
      () => stepsOf(api, orderId),
      (steps) => steps.some(({ step, notBefore }) => step.startsWith(name) && notBefore !== null),
    );

  it('comes one by one while it is little, and as one e-mail when it is much', async () => {
    merchant.answer = 410;
    const first = await bought();
    await untilTold(first.id, 'paid_staff');
    await untilTold(first.id, 'undeliverable_staff:merchant_notification/1');
    merchant.answer = 204;
    const { id: disputeId } = await act(`sessions/${first.session}/dispute`);
    await untilTold(first.id, `dispute_staff:${disputeId}`);
    const second = await bought();
    await untilTold(second.id, 'paid_staff');
    const { id: refundId } = await act(`sessions/${second.session}/refund`, { amount: 400 });
    await untilOrder(api, second.session, ({ refundedMinor }) => refundedMinor === 400);
    await act(`refunds/${refundId}/fail`);
    await untilTold(second.id, `refund_failed_staff:${refundId}`);
    expect(forStaff()).toHaveLength(MOST_IN_WINDOW);
    const told = forStaff().map(textOf).join('\n');
    for (const words of [
      `Order ${first.number} is paid, $24.00`,
      `An event to your own system about order ${first.number} was not delivered`,
      `The payment of order ${first.number} is disputed, $24.00`,
      /or accept the dispute, by \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
      `A refund of $4.00 for order ${second.number} failed`,
      `npm run orders -- show ${second.number}`,
    ])
      expect(told).toMatch(words);
    expect(told).not.toMatch(/jenny|rosen/i);

    const flood = [await bought(), await bought(), await bought()];
    const [refunded] = flood;
    for (const { id } of flood) await untilHeld(id, 'paid_staff');
    // What is no longer true when the window ends is not told.
    await act(`sessions/${refunded?.session}/refund`);
    await untilOrder(api, refunded?.session ?? '', ({ refundedMinor }) => refundedMinor === 2400);
    await later(api, WINDOW_MS, async () => {
      for (const { id } of flood.slice(1)) await untilTold(id, 'paid_staff');
      await until(
        () => stepsOf(api, refunded?.id ?? ''),
        (steps) => steps.some(({ step, outcome }) => step === 'paid_staff' && outcome === 'moot'),
      );
    });
    expect(forStaff()).toHaveLength(MOST_IN_WINDOW + 1);
    const digest = textOf(forStaff().at(-1) ?? '');
    expect(digest).toContain('Subject: Morrow Goods: 2 things about orders');
    for (const { number } of flood.slice(1)) expect(digest.split(number)).toHaveLength(3);
    expect(digest).not.toContain(refunded?.number);
  });

  it('goes to the others when one address is refused, with one alert that says which', async () => {
    const error = jest.spyOn(Logger.prototype, 'error');
    error.mockClear();
    mail.answerTo.set(STAFF[1] ?? '', '550 no such user');
    const before = forStaff().length;
    const numbers: string[] = [];
    for (const windows of [2, 4]) {
      const { id, number } = await bought();
      numbers.push(number);
      await untilHeld(id, 'paid_staff');
      await later(api, windows * WINDOW_MS, () => untilTold(id, 'paid_staff'));
    }
    expect(forStaff()).toHaveLength(before + 2);
    const alerts = error.mock.calls.filter(([, words]) => words === 'address of staff refused');
    expect(alerts.map(([details]) => details as unknown)).toEqual([
      {
        alert: true,
        code: '550',
        orderNumber: numbers[0],
        reason: expect.stringMatching(/address 2 of mail\.staff/),
      },
    ]);
  });

  it('goes to an address alone that is put off while the others get it, with no alert', async () => {
    const error = jest.spyOn(Logger.prototype, 'error');
    error.mockClear();
    mail.answerTo.set(STAFF[1] ?? '', '451 greylisted');
    const before = forStaff().length;
    const { id, number } = await bought();
    await untilHeld(id, 'paid_staff');
    const attempts = async () => {
      const rows = await api.database.queries
        .select()
        .from(deliveries)
        .where(eq(deliveries.orderId, id))
        .orderBy(deliveries.attempt);
      return rows.filter(({ step }) => step.startsWith('deferred_staff:2/'));
    };
    await later(api, 6 * WINDOW_MS, async () => {
      await until(attempts, (rows) => rows.length > 0);
      mail.answerTo.clear();
      await untilTold(id, 'deferred_staff');
    });
    const [first, ...next] = await attempts();
    expect(first).toMatchObject({ outcome: 'failed', code: '451' });
    expect(next.at(-1)).toMatchObject({ outcome: 'sent' });
    expect(forStaff()).toHaveLength(before + 1);
    const alone = mail.mails.filter((text) => text.includes(`\nTo: ${STAFF[1]}\n`));
    expect(alone.map(textOf)).toEqual([expect.stringContaining(`Order ${number} is paid`)]);
    const alerts = error.mock.calls.filter(([, words]) => words === 'address of staff refused');
    expect(alerts).toEqual([]);
  });

  it('is not what is wrong with an order, where an address that was put off is refused then', async () => {
    const error = jest.spyOn(Logger.prototype, 'error');
    error.mockClear();
    mail.answerTo.set(STAFF[1] ?? '', '451 greylisted');
    const { id } = await bought();
    await untilHeld(id, 'paid_staff');
    const deferred = async () =>
      (await stepsOf(api, id)).filter(({ step }) => step.startsWith('deferred_staff:2/'));
    await later(api, 12 * WINDOW_MS, async () => {
      await until(deferred, (rows) => rows.length > 0);
      mail.answerTo.set(STAFF[1] ?? '', '550 no such mailbox');
      await until(deferred, ([row]) => Boolean(row?.doneAt));
    });
    mail.answerTo.clear();
    expect(await deferred()).toMatchObject([{ outcome: 'moot', note: 'last answer: 550' }]);
    const alerts = error.mock.calls.filter(([, words]) => words === 'order needs a person');
    expect(alerts.length).toBeLessThanOrEqual(1);
  });
});
