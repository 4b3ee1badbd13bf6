import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { describeOnPostgres } from '../../../testing/engines';
import { heldOf, orderOf } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';
import { stock } from '../../database/schema/stock-tables';
import { OrderSyncService } from '../sync/order-sync.service';

describeOnPostgres('the stock of several products', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('postgres', { shop: { checkout: { adjustableQuantity: true } } });
  }, 60_000);
  afterAll(() => api?.stop());

  async function product() {
    const { id } = await api.stripe.products.create({ name: 'Mug', metadata: { stock: '9' } });
    const params = { product: id, currency: 'usd', unit_amount: 1000 };
    return { id, priceId: (await api.stripe.prices.create(params)).id };
  }
  /** Two products, in the order in which they are locked. */
  async function twoProducts() {
    const [one, other] = [await product(), await product()];
    return one.id < other.id ? ([one, other] as const) : ([other, one] as const);
  }
  const complete = (session: string, body: object) =>
    api.sandbox.call('POST', `sessions/${session}/complete`, body);
  const isLockAwaited = async () => {
    const { rows } = await api.database.queries.execute(
      sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  };

  it.each(['the first', 'the second'])(
    'is locked in one order, when more of %s was chosen on the payment page and the debit failed',
    async (which) => {
      const [first, second] = await twoProducts();
      const items = [first, second].map(({ priceId }) => ({ priceId, quantity: 1 }));
      const session = sessionIdOf((await new Shopper(api).checkout({ items })).body.url);
      await api.sandbox.settings({ waitForWebhook: false });
      await api.sandbox.switches({ drop: true });
      const chosen = which === 'the first' ? first : second;
      await complete(session, {
        method: 'us_bank_account',
        quantities: { [chosen.priceId]: 2 },
        name: 'Jenny Rosen',
        email: 'jenny.rosen@example.com',
      });
      await api.sandbox.call('POST', `sessions/${session}/fail`, {});

      let reading: Promise<unknown> | undefined;
      // As a checkout of both: it has the first, and wants the second.
      await api.database.transaction(async (tx) => {
        const lock = (id: string) =>
          tx.select().from(stock).where(eq(stock.stripeProductId, id)).for('update', {
            noWait: true,
          });
        await lock(first.id);
        reading = api.app.get(OrderSyncService, { strict: false }).sync(session, 'command');
        await until(isLockAwaited, (isAwaited) => isAwaited);
        await lock(second.id);
      });
      expect(await reading).toBe('synced');
      expect((await orderOf(api, session)).status).toBe('payment_failed');
      expect([await heldOf(api, first.id), await heldOf(api, second.id)]).toEqual([0, 0]);
      await api.sandbox.reset();
    },
  );
});
