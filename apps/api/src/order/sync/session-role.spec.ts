import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../../testing/engines';
import { heldOf, orderOf, untilDone, untilOrder, untilOrderById } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { OrderSyncService } from './order-sync.service';

describe.each(usualEngines)(
  'an expired checkout that is recovered, on the %s database',
  (engine) => {
    let api: TestApi;
    let priceId: string;
    let productId: string;
    beforeAll(async () => {
      api = await startTestApi(engine);
      const product = await api.stripe.products.create({
        name: 'Counted',
        metadata: { stock: '9' },
      });
      const price = await api.stripe.prices.create({
        product: product.id,
        currency: 'usd',
        unit_amount: 1000,
      });
      [priceId, productId] = [price.id, product.id];
    }, 60_000);
    afterAll(() => api?.stop());
    afterEach(() => api?.sandbox.reset());

    const start = async (shopper: Shopper) =>
      sessionIdOf((await shopper.checkout({ items: [{ priceId, quantity: 1 }] })).body.url);

    async function expired(shopper: Shopper): Promise<Expired> {
      const session = await start(shopper);
      await api.stripe.checkout.sessions.expire(session);
      const order = await untilOrder(api, session, ({ status }) => status === 'expired');
      if (!order.recoveryUrl) throw new Error('An expired order has no recovery link.');
      return { id: order.id, session, recoveryUrl: order.recoveryUrl };
    }

    /** Follows the link as a browser does: Stripe makes a new session and leads to its page. */
    const recover = async (recoveryUrl: string) => sessionIdOf((await fetch(recoveryUrl)).url);

    const isPaid = ({ status }: { status: string }) => status === 'paid';

    it('is paid by its copy: both links show the order, which is fulfilled once', async () => {
      const shopper = new Shopper(api);
      const heldBefore = await heldOf(api, productId);
      const { id, session, recoveryUrl } = await expired(shopper);
      expect(await heldOf(api, productId)).toBe(heldBefore);
      const copy = await recover(recoveryUrl);
      expect(copy).not.toBe(session);
      await api.sandbox.complete(copy);
      const order = await untilOrderById(api, id, isPaid);
      expect(order).toMatchObject({ stripeSessionId: copy, stripeExpiredSessionId: session });
      await untilDone(api, id, ['confirmation_mail']);
      expect(await heldOf(api, productId)).toBe(heldBefore + 1);
      for (const link of [session, copy]) {
        const { body } = await shopper.confirmation(link);
        expect(body).toMatchObject({ state: 'confirmed', view: 'full', orderNumber: order.number });
        expect((await new Shopper(api).confirmation(link)).body.view).toBe('masked');
      }
    });

    it('waits for the bank from the copy on, fails with it, and can be paid by another', async () => {
      const shopper = new Shopper(api);
      const heldBefore = await heldOf(api, productId);
      const { id, session, recoveryUrl } = await expired(shopper);
      const copy = await recover(recoveryUrl);
      await api.sandbox.call('POST', `sessions/${copy}/complete`, {
        name: 'Jenny Rosen',
        email: 'jenny.rosen@example.com',
        method: 'us_bank_account',
      });
      await untilOrderById(api, id, ({ status }) => status === 'processing');
      expect(await heldOf(api, productId)).toBe(heldBefore + 1);
      const waiting = await shopper.confirmation(session);
      expect(waiting.body).toMatchObject({ state: 'processing', final: false });
      await api.sandbox.call('POST', `sessions/${copy}/fail`, {});
      await untilOrderById(api, id, ({ status }) => status === 'payment_failed');
      expect(await heldOf(api, productId)).toBe(heldBefore);

      await api.sandbox.complete(await recover(recoveryUrl));
      expect(await untilOrderById(api, id, isPaid)).toMatchObject({
        stripeExpiredSessionId: session,
        reviewReason: null,
      });
      // News of the first ones that comes late.
      for (const late of [session, copy]) await api.app.get(OrderSyncService).sync(late, 'sweep');
      expect(await untilOrderById(api, id, () => true)).toMatchObject({
        status: 'paid',
        reviewReason: null,
      });
      expect(await heldOf(api, productId)).toBe(heldBefore + 1);
    });

    it('stays expired while a copy is only looked at, and when that expires too', async () => {
      const { id, session, recoveryUrl } = await expired(new Shopper(api));
      const copy = await recover(recoveryUrl);
      await api.stripe.checkout.sessions.expire(copy);
      expect(await api.app.get(OrderSyncService).sync(copy, 'sweep')).toBe('synced');
      expect(await orderOf(api, session)).toMatchObject({ status: 'expired', reviewReason: null });
      await api.sandbox.complete(await recover(recoveryUrl));
      const order = await untilOrderById(api, id, isPaid);
      expect(order).toMatchObject({ stripeExpiredSessionId: session, reviewReason: null });
    });

    it('is paid once when the news of its end and of its copy come at the same time', async () => {
      const heldBefore = await heldOf(api, productId);
      const session = await start(new Shopper(api));
      const { id } = await orderOf(api, session);
      await api.sandbox.switches({ drop: true });
      await api.stripe.checkout.sessions.expire(session);
      const ended = await api.stripe.checkout.sessions.retrieve(session);
      const copy = await recover(String(ended.after_expiration?.recovery?.url));
      await api.sandbox.complete(copy);
      const sync = api.app.get(OrderSyncService);
      await Promise.all(
        Array.from({ length: 10 }, (_, turn) => sync.sync(turn % 2 ? session : copy, 'sweep')),
      );
      expect(await untilOrderById(api, id, isPaid)).toMatchObject({
        stripeSessionId: copy,
        stripeExpiredSessionId: session,
        reviewReason: null,
      });
      await untilDone(api, id, ['confirmation_mail']);
      expect(await heldOf(api, productId)).toBe(heldBefore + 1);
    });

    it('paid twice wants a person, and is fulfilled once', async () => {
      const heldBefore = await heldOf(api, productId);
      const { id, recoveryUrl } = await expired(new Shopper(api));
      const first = await recover(recoveryUrl);
      const second = await recover(recoveryUrl);
      await api.sandbox.complete(first);
      await untilOrderById(api, id, isPaid);
      await api.sandbox.complete(second);
      const order = await untilOrderById(api, id, ({ reviewReason }) => reviewReason !== null);
      expect(order).toMatchObject({
        status: 'paid',
        stripeSessionId: first,
        reviewReason: `another session: ${second}`,
      });
      await untilDone(api, id, ['confirmation_mail']);
      expect(await heldOf(api, productId)).toBe(heldBefore + 1);
    });
  },
);

/** An order and its first session, both expired. */
interface Expired {
  id: string;
  session: string;
  recoveryUrl: string;
}
