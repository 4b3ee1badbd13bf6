import { describe, expect, it } from '@jest/globals';
import { confirmationStates } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { apiServer, on } from '../../testing/api-server';
import { ADDRESS, answerOrders, exampleOf, heading } from '../../testing/orders';
import { openShop, storedCart } from '../../testing/render-shop';
import { CART_KEY } from '../features/cart/cart-store';

const mug = { priceId: 'price_Example1', quantity: 2, name: 'Mug', imageUrl: null };

/** What the examples' order consists of, as lines of a cart. */
const ordered = examples['confirmation-payment-failed-full'].items.map(
  ({ priceId, quantity, name, imageUrl }) => ({ priceId, quantity, name, imageUrl }),
);

/** Puts a cart into the browser that has become this order. */
function keepCart(orderNumber: string) {
  const attempt = { idempotencyKey: '3f0c9a52-6a0e-4c39-9f57-0d7c8f1b2a11', orderNumber };
  const lines = [{ ...mug, held: true }];
  window.localStorage.setItem(CART_KEY, JSON.stringify({ lines, attempt }));
}

describe('the cart of an order', () => {
  const kept = ['open', 'payment_failed', 'expired', 'checking'];

  it.each(confirmationStates)(
    'of the state %s is emptied if the order is placed',
    async (state) => {
      keepCart('R7K3-M9QX');
      answerOrders(exampleOf(state, 'full'));
      openShop(ADDRESS);
      await heading(/./);
      await screen.findByText('R7K3-M9QX');
      expect(storedCart()?.lines).toHaveLength(kept.includes(state) ? 1 : 0);
    },
  );

  it('is left alone if it is another one', async () => {
    keepCart('AAAA-AAAA');
    openShop(ADDRESS);
    await heading('Thanks for your order, Jenny Rosen!');
    expect(storedCart()?.lines).toHaveLength(1);
  });

  it('comes back when the payment fails after all', async () => {
    keepCart('R7K3-M9QX');
    answerOrders('confirmation-awaiting-voucher-full', 'confirmation-payment-failed-full');
    const { user } = openShop(ADDRESS);
    await heading('One step left: pay your voucher');
    expect(storedCart()?.lines).toEqual([]);
    await heading('Your payment didn’t go through');
    await user.click(await screen.findByRole('button', { name: 'Order these again' }));
    expect(await heading('Your cart')).toBeVisible();
    expect(storedCart()).toEqual({ lines: ordered, attempt: null });
  });

  it('is led back to if it was never emptied', async () => {
    keepCart('R7K3-M9QX');
    answerOrders('confirmation-payment-failed-full');
    openShop(ADDRESS);
    const link = await screen.findByRole('link', { name: 'Back to your cart' });
    expect(link).toHaveAttribute('href', '/cart');
  });

  it.each(['confirmation-payment-failed-full', 'confirmation-expired-masked'] as const)(
    'is made anew by a browser that never had it, with what can no longer be had by its name: %s',
    async (example) => {
      const [mugForSale, ...rest] = examples.products.products;
      apiServer.use(
        on.products(() =>
          HttpResponse.json({
            products: [{ ...mugForSale, soldOut: true }, ...rest.slice(1)],
          }),
        ),
      );
      answerOrders(example);
      const { user } = openShop(ADDRESS);
      await user.click(await screen.findByRole('button', { name: 'Order these again' }));
      const [mugRow, towelRow] = await screen.findAllByRole('listitem');
      await waitFor(() => expect(mugRow).toHaveTextContent(/Stoneware mug.*Sold out/));
      expect(towelRow).toHaveTextContent(/Linen tea towel.*No longer for sale/);
      expect(storedCart()?.lines).toEqual(ordered);
    },
  );
});
