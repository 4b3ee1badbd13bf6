import { Logger } from '@nestjs/common';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type Stripe from 'stripe';
import { deliverTo, eventAbout, thinEventAbout } from '../../../testing/deliver-event';
import { usualEngines } from '../../../testing/engines';
import { untilHandled } from '../../../testing/handled-events';
import { openMailServer } from '../../../testing/mail-server';
import type { MailServer } from '../../../testing/mail-server';
import { orderOf, stepsOf, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { recordStripeCalls } from '../../../testing/stripe-calls';
import { until } from '../../../testing/until';
import type { OrderRow } from '../../database/schema/tables';
import { findTransitions } from '../facts/find-history';
import { SweepService } from '../reconciliation/sweep.service';

describe.each(usualEngines)(
  "the payment of a subscription's renewal, on the %s database",
  (engine) => {
    let api: TestApi;
    let mail: MailServer;
    const errors = jest.spyOn(Logger.prototype, 'error');
    beforeAll(async () => {
      mail = await openMailServer();
      api = await startTestApi(engine, {
        shop: { mail: { from: 'Shop <orders@shop.example>', staff: ['anna@shop.example'] } },
        api: { SMTP_URL: mail.url },
      });
    }, 60_000);
    afterAll(async () => {
      await api?.stop();
      await mail.close();
    });
    beforeEach(() => void errors.mockClear());
    afterEach(() => api.sandbox.reset());

    const act = (path: string, body: object = {}) =>
      api.sandbox.call('POST', path, body) as Promise<{ id: string; payment_intent: string }>;
    const sweep = () => api.app.get(SweepService, { strict: false }).sweep();

    /** An order whose subscription has been renewed once. */
    async function renewed(by: { card?: { number: string } } = {}) {
      const shopper = new Shopper(api);
      const { body } = await shopper.products();
      const beans = body.products.find(({ price }) => price.recurring);
      const items = [{ priceId: beans?.price.id, quantity: 1 }];
      const session = sessionIdOf((await shopper.checkout({ items })).body.url);
      await api.sandbox.complete(session, by);
      const order = await untilOrder(api, session, ({ status }) => status === 'paid');
      const id = order.stripeSubscriptionId ?? '';
      const { latest_invoice: invoice } = (await act(`subscriptions/${id}/renew`)) as unknown as {
        latest_invoice: string;
      };
      const periodOf = (one: OrderRow) => one.subscription?.currentPeriodEnd;
      await untilOrder(api, session, (now) => periodOf(now) !== periodOf(order));
      return { ...order, session, invoice };
    }
    const alertsOf = (orderNumber: string) =>
      errors.mock.calls
        .map(([fields]) => fields as { orderNumber?: string; reason: string; dueBy?: string })
        .filter((fields) => fields.orderNumber === orderNumber);
    const untilAlerted = (orderNumber: string) =>
      until(
        () => Promise.resolve(alertsOf(orderNumber)),
        (found) => found.length > 0,
      );
    const historyOf = async (orderId: string) =>
      (await findTransitions(api.database.queries, orderId))
        .filter(({ fromStatus, toStatus }) => fromStatus === toStatus)
        .map(({ cause }) => cause);
    const untilMailed = async (orderId: string, words: RegExp) => {
      await until(
        () => stepsOf(api, orderId),
        (steps) => steps.some(({ step, doneAt }) => step.startsWith('renewal_staff') && doneAt),
      );
      const raw = mail.mails.filter((text) => text.includes('anna@shop.example'));
      expect(raw.map((text) => text.replace(/=\r?\n/g, '').replace(/=3D/g, '=')).join()).toMatch(
        words,
      );
    };

    it('is told once when it is disputed, with its deadline, and leaves the order as it is', async () => {
      const order = await renewed();
      const before = await orderOf(api, order.session);
      const dispute = await act(`invoices/${order.invoice}/dispute`);
      const payment = dispute.payment_intent;
      await untilAlerted(order.number);
      await untilHandled(api);
      await sweep();
      expect(alertsOf(order.number)).toEqual([
        {
          alert: true,
          orderNumber: order.number,
          reason: `a renewal of its subscription (payment ${payment}) is disputed, $18.50: send evidence in the Stripe Dashboard, or accept the dispute`,
          dueBy: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        },
      ]);
      expect(await historyOf(order.id)).toEqual([
        expect.stringMatching(
          `^webhook evt_\\w+, renewal dispute_opened ${dispute.id}, payment ${payment}, \\$18\\.50$`,
        ),
      ]);
      await untilMailed(
        order.id,
        new RegExp(
          `A renewal of the subscription of order ${order.number} \\(payment ${payment}\\) is disputed, \\$18\\.50: .*, by \\d{4}-`,
        ),
      );
      expect(await orderOf(api, order.session)).toEqual(before);
      await act(`disputes/${dispute.id}/close`, { outcome: 'lost' });
      await until(
        () => Promise.resolve(alertsOf(order.number)),
        (found) => found.some(({ reason }) => reason.includes('the bank has taken the money back')),
      );
      expect((await orderOf(api, order.session)).dispute).toBeNull();
    });

    it('is told once when it is refunded, by snapshot and by thin events', async () => {
      const order = await renewed();
      const refund = await act(`invoices/${order.invoice}/refund`, { amount: 500 });
      await untilAlerted(order.number);
      for (const event of [
        thinEventAbout('v1.refund.created', refund.id),
        eventAbout('', {
          type: 'refund.updated',
          data: { object: { id: refund.id, payment_intent: refund.payment_intent } },
        }),
      ])
        await deliverTo(api.url, event);
      await untilHandled(api);
      expect(alertsOf(order.number).map(({ reason }) => reason)).toEqual([
        expect.stringContaining(`(payment ${refund.payment_intent}) is refunded, $5.00`),
      ]);
      expect(await historyOf(order.id)).toHaveLength(1);
      expect(await orderOf(api, order.session)).toMatchObject({
        status: 'paid',
        refundedMinor: 0,
        refunds: [],
      });
      await act(`refunds/${refund.id}/fail`);
      await until(
        () => Promise.resolve(alertsOf(order.number)),
        (found) => found.some(({ reason }) => reason.includes('has a refund that failed')),
      );
    });

    it('is not called refunded while its refund is on its way', async () => {
      const order = await renewed({ card: { number: '4000000000007726' } });
      const refund = await act(`invoices/${order.invoice}/refund`, { amount: 500 });
      expect((await untilAlerted(order.number)).map(({ reason }) => reason)).toEqual([
        expect.stringContaining('has a refund on its way, $5.00'),
      ]);
      await act(`refunds/${refund.id}/succeed`);
      await until(
        () => Promise.resolve(alertsOf(order.number)),
        (found) => found.some(({ reason }) => reason.includes('is refunded, $5.00')),
      );
    });

    it('is told when only a thin event tells of it', async () => {
      const order = await renewed();
      await api.sandbox.settings({ waitForWebhook: false });
      await api.sandbox.switches({ drop: true });
      const dispute = await act(`invoices/${order.invoice}/dispute`);
      await deliverTo(api.url, thinEventAbout('v1.charge.dispute.created', dispute.id));
      expect((await untilAlerted(order.number))[0]?.reason).toContain('is disputed');
    });

    it('is told when its card issuer warns of fraud, with its amount', async () => {
      const order = await renewed();
      await act(`invoices/${order.invoice}/fraud-warning`);
      const [alert] = await untilAlerted(order.number);
      expect(alert?.reason).toMatch(/has a fraud warning of its card issuer, \$18\.50: refund it/);
      expect((await orderOf(api, order.session)).fraudWarnedAt).toBeNull();
    });

    it('is found by the sweep when no event comes, and another payment is asked about once', async () => {
      const order = await renewed();
      await api.sandbox.settings({ waitForWebhook: false });
      await api.sandbox.switches({ drop: true });
      await api.sandbox.faults({ missingPermissions: ['rak_event_read'] });
      const elsewhere = await api.stripe.paymentIntents.create({
        amount: 700,
        currency: 'usd',
        confirm: true,
        payment_method: 'pm_card_visa',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      } satisfies Stripe.PaymentIntentCreateParams);
      await api.stripe.refunds.create({ payment_intent: elsewhere.id });
      const dispute = await act(`invoices/${order.invoice}/dispute`);
      const refund = await act(`invoices/${order.invoice}/refund`, { amount: 1 }).catch(() => null);
      expect(refund).toBeNull();
      const calls = recordStripeCalls(api);
      for (let time = 0; time < 3; time += 1) await sweep();
      expect(alertsOf(order.number)).toHaveLength(1);
      expect(await historyOf(order.id)).toEqual([
        expect.stringMatching(`^sweep, renewal dispute_opened ${dispute.id}`),
      ]);
      expect(calls.about(elsewhere.id)).toHaveLength(1);
      calls.stop();
    });
  },
);
