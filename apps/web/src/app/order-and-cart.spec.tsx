import { describe, expect, it } from '@jest/globals';
import { confirmationStates } from '@shop/contract';
import { screen } from '@testing-library/react';
import { ADDRESS, answerOrders, exampleOf, heading } from '../../testing/orders';
import { openShop, storedCart } from '../../testing/render-shop';
import { CART_KEY } from '../features/cart/cart-store';

const mug = { priceId: 'price_Example1', quantity: 2, name: 'Mug', imageUrl: null };

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
    await heading('Your payment didn’t go through');
    await user.click(await screen.findByRole('button', { name: 'Order these again' }));
    expect(await heading('Your cart')).toBeVisible();
    expect(storedCart()).toEqual({ lines: [mug], attempt: null, placed: null });
  });

  it('is led back to if it was never emptied', async () => {
    keepCart('R7K3-M9QX');
    answerOrders('confirmation-payment-failed-full');
    openShop(ADDRESS);
    const link = await screen.findByRole('link', { name: 'Back to your cart' });
    expect(link).toHaveAttribute('href', '/cart');
  });

  it.each(['confirmation-payment-failed-full', 'confirmation-expired-masked'] as const)(
    'is not led to if this browser has none: %s',
    async (example) => {
      answerOrders(example);
      openShop(ADDRESS);
      const link = await screen.findByRole('link', { name: 'Back to the shop' });
      expect(link).toHaveAttribute('href', '/');
      expect(screen.queryByText('Back to your cart')).toBeNull();
    },
  );
});
