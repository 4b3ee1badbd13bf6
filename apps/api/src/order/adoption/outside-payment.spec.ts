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
import { eq } from 'drizzle-orm';
import { deliverTo, eventAbout, thinEventAbout } from '../../../testing/deliver-event';
import { usualEngines } from '../../../testing/engines';
import { A_CLUB, createElsewhere, paymentOf } from '../../../testing/foreign-session';
import { untilHandled } from '../../../testing/handled-events';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { recordStripeCalls } from '../../../testing/stripe-calls';
import { until } from '../../../testing/until';
import { loadConfig } from '../../config/config';
import { createContext } from '../../create-app';
import { orders, webhookEvents } from '../../database/schema/tables';
import { OrderSyncService } from '../sync/order-sync.service';

const TOKEN = 'a-token-for-the-tests';

describe.each(usualEngines)(
  'a paid session that no checkout made, on the %s database',
  (engine) => {
    let api: TestApi;
    const error = jest.spyOn(Logger.prototype, 'error');
    beforeAll(async () => {
      api = await startTestApi(engine, { api: { METRICS_TOKEN: TOKEN } });
    }, 60_000);
    // What other specs of this process have logged is there, too.
    beforeEach(() => void error.mockClear());
    afterEach(async () => {
      await api.sandbox.reset();
      await untilHandled(api);
    });
    afterAll(() => api?.stop());

    const sync = (id: string) => api.app.get(OrderSyncService, { strict: false }).sync(id, 'sweep');
    const alerts = () =>
      error.mock.calls.flatMap(([fields, words]) => {
        const { alert, reason } = fields as { alert?: boolean; reason?: string };
        return alert ? [`${String(words)}: ${reason}`] : [];
      });
    const counted = async () => {
      const answer = await fetch(`${api.url}/api/metrics`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      const series = /^paid_outside_checkout_total\{outcome="alerted"\} (\d+)$/m;
      return Number(series.exec(await answer.text())?.[1] ?? 0);
    };
    const handled = async (id: string) => {
      const [event] = await until(
        () => api.database.queries.select().from(webhookEvents).where(eq(webhookEvents.id, id)),
        ([stored]) => stored?.handledAt != null,
      );
      return event?.outcome;
    };
    const deliver = async (event: { id: string }) => {
      expect((await deliverTo(api.url, event)).status).toBe(200);
      return handled(event.id);
    };
    const silently = async () => {
      await api.sandbox.settings({ waitForWebhook: false });
      await api.sandbox.switches({ drop: true });
    };

    it('is alerted and counted once, whoever sees it and however often', async () => {
      const before = await counted();
      const { id } = await createElsewhere(api);
      await api.sandbox.complete(id);
      // So many at once may be refused for the moment; what sends them tries again.
      await Promise.allSettled([
        ...Array.from({ length: 80 }, () => sync(id)),
        ...Array.from({ length: 20 }, () => deliverTo(api.url, eventAbout(id))),
      ]);
      expect(await sync(id)).toBe('not_ours');
      await untilHandled(api);
      const payment = await paymentOf(api, id);
      expect(alerts()).toEqual([
        expect.stringMatching(
          new RegExp(
            `^paid outside of the checkout: .*${payment}: .*"orderAdoption": "on" in shop.json`,
          ),
        ),
      ]);
      expect(alerts()[0]).not.toContain(id);
      expect(await counted()).toBe(before + 1);
      expect(await api.database.queries.$count(orders)).toBe(0);
    });

    if (engine === 'postgres') {
      it('is not alerted again by another replica, or after a restart', async () => {
        await silently();
        const { id } = await createElsewhere(api);
        await api.sandbox.complete(id);
        await sync(id);
        expect(alerts()).toHaveLength(1);
        const replica = await createContext(loadConfig(api.env, 'command'));
        try {
          const other = replica.get(OrderSyncService, { strict: false });
          expect(await other.sync(id, 'sweep')).toBe('not_ours');
        } finally {
          await replica.close();
        }
        expect(alerts()).toHaveLength(1);
      }, 30_000);
    }

    it('may be a subscription: its first payment is named', async () => {
      const { id } = await createElsewhere(api, A_CLUB);
      await api.sandbox.complete(id);
      await until(
        () => Promise.resolve(alerts()),
        (said) => said.length > 0,
      );
      expect(alerts()).toEqual([expect.stringMatching(/ pi_\w+: /)]);
    });

    it('that is unpaid is nobody’s business: open, expired, or waiting for the bank', async () => {
      const { id: open } = await createElsewhere(api);
      const { id: expired } = await createElsewhere(api);
      await api.stripe.checkout.sessions.expire(expired);
      const { id: debit } = await createElsewhere(api);
      await api.sandbox.call('POST', `sessions/${debit}/complete`, {
        name: 'Jenny Rosen',
        email: 'jenny.rosen@example.com',
        method: 'us_bank_account',
      });
      for (const id of [open, expired, debit]) expect(await sync(id)).toBe('not_ours');
      expect(alerts()).toEqual([]);
      await api.sandbox.call('POST', `sessions/${debit}/settle`, {});
      await until(
        () => Promise.resolve(alerts()),
        (said) => said.length === 1,
      );
    });

    it('that names an order of another system is left to that system', async () => {
      const { id } = await createElsewhere(api, { metadata: { order_id: 'shop-2/1007' } });
      await api.sandbox.complete(id);
      expect(await sync(id)).toBe('not_ours');
      expect(alerts()).toEqual([]);
    });

    it('is remembered: a refund or dispute of it asks Stripe nothing', async () => {
      await silently();
      const { id } = await createElsewhere(api);
      await api.sandbox.complete(id);
      await deliver(eventAbout(id));
      const payment = await paymentOf(api, id);
      const calls = recordStripeCalls(api);
      for (const type of ['refund.created', 'charge.dispute.created']) {
        const data = { object: { id: 'xx_1', payment_intent: payment } };
        expect(await deliver(eventAbout('', { type, data }))).toBe('not_ours');
      }
      expect([...calls.about(payment), ...calls.about(id)]).toEqual([]);
      calls.stop();
    });

    it('and a payment without a session cost one call of Stripe, whatever happens to it', async () => {
      await silently();
      const { id: payment } = await api.stripe.paymentIntents.create({
        amount: 500,
        currency: 'usd',
        confirm: true,
        payment_method: 'pm_card_visa',
        return_url: 'https://elsewhere.example',
      });
      const refund = await api.stripe.refunds.create({ payment_intent: payment });
      const calls = recordStripeCalls(api);
      const data = { object: { id: refund.id, payment_intent: payment } };
      expect(await deliver(eventAbout('', { type: 'refund.created', data }))).toBe('not_ours');
      expect(await deliver(eventAbout('', { type: 'refund.updated', data }))).toBe('not_ours');
      expect([...calls.about(payment), ...calls.about(refund.id)]).toHaveLength(1);
      expect(await deliver(thinEventAbout('v1.refund.updated', refund.id))).toBe('not_ours');
      expect(await deliver(thinEventAbout('v1.refund.failed', refund.id))).toBe('not_ours');
      // A thin event does not name the payment, so each one's object is read.
      expect(calls.about(`/v1/refunds/${refund.id}`)).toHaveLength(2);
      expect(calls.about(payment)).toHaveLength(1);
      calls.stop();
      expect(alerts()).toEqual([]);
    });

    it('nor does an account that no order has', async () => {
      const calls = recordStripeCalls(api);
      expect(await deliver(thinEventAbout('v2.core.account.updated', 'acct_1Elsewhere'))).toBe(
        'not_ours',
      );
      expect(calls.about('/v2/')).toEqual([]);
      calls.stop();
    });
  },
);
