import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eq } from 'drizzle-orm';
import { usualEngines } from '../../../testing/engines';
import { createElsewhere } from '../../../testing/foreign-session';
import { heldOf, stepsOf, untilAdopted, untilDone } from '../../../testing/orders';
import { Shopper } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { orders } from '../../database/schema/tables';
import { ReviewService } from '../review/review.service';
import { OrderSyncService } from '../sync/order-sync.service';

describe.each(usualEngines)(
  'an adopted order of counted products, on the %s database',
  (engine) => {
    let api: TestApi;
    const error = jest.spyOn(Logger.prototype, 'error');
    beforeAll(async () => {
      api = await startTestApi(engine, { shop: { orderAdoption: 'on' } });
    }, 60_000);
    beforeEach(() => void error.mockClear());
    afterAll(() => api?.stop());

    const alerts = () =>
      error.mock.calls.flatMap(([fields]) => {
        const { alert, reason, orderNumber } = fields as Record<string, unknown>;
        return alert ? [{ reason, orderNumber }] : [];
      });
    const isPaid = ({ status }: { status: string }) => status === 'paid';
    const sync = (id: string) => api.app.get(OrderSyncService, { strict: false }).sync(id, 'sweep');

    async function counted(stock: number): Promise<{ product: string; price: string }> {
      const product = await api.stripe.products.create({
        name: `One of ${stock}`,
        metadata: { stock: String(stock) },
      });
      const price = await api.stripe.prices.create({
        product: product.id,
        currency: 'usd',
        unit_amount: 1000,
      });
      return { product: product.id, price: price.id };
    }

    it('takes them out of stock', async () => {
      const { product, price } = await counted(5);
      const { id } = await createElsewhere(api, { line_items: [{ price, quantity: 3 }] });
      await api.sandbox.complete(id);
      await untilAdopted(api, id, isPaid);
      expect(await heldOf(api, product)).toBe(3);
    });

    it('wants a person when there are not enough, and delivers once the person says so', async () => {
      const { product, price } = await counted(1);
      const { id } = await createElsewhere(api, { line_items: [{ price, quantity: 3 }] });
      await api.sandbox.complete(id);
      const order = await untilAdopted(
        api,
        id,
        ({ status, email }) => status === 'needs_review' && email !== null,
      );
      expect(await stepsOf(api, order.id)).toEqual([]);
      expect(await heldOf(api, product)).toBe(3);
      await sync(id);
      expect(alerts()).toEqual([
        {
          orderNumber: order.number,
          reason: 'it is paid, and there is not enough left',
        },
      ]);
      expect((await new Shopper(api).confirmation(id)).body.state).toBe('under_review');
      const reviews = api.app.get(ReviewService, { strict: false });
      expect(await reviews.resolve(order.id, 'paid', 'more has arrived')).toBe('paid');
      await untilDone(api, order.id, ['confirmation_mail']);
      expect(await heldOf(api, product)).toBe(3);
    });

    it('gives them back when the person refuses', async () => {
      const { product, price } = await counted(1);
      const { id } = await createElsewhere(api, { line_items: [{ price, quantity: 2 }] });
      await api.sandbox.complete(id);
      const order = await untilAdopted(api, id, ({ status }) => status === 'needs_review');
      await api.sandbox.call('POST', `sessions/${id}/refund`, {});
      await untilAdopted(api, id, ({ refundedMinor }) => refundedMinor === 2000);
      const reviews = api.app.get(ReviewService, { strict: false });
      expect(await reviews.resolve(order.id, 'refused', 'sold out')).toBe('refused');
      expect(await heldOf(api, product)).toBe(0);
      expect(await api.database.queries.$count(orders, eq(orders.id, order.id))).toBe(1);
    });
  },
);
