import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { examples } from '@shop/contract/examples';
import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { openShop, storeCart, storedCart } from '../../../testing/render-shop';
import { CART_KEY } from './cart-store';

const summary = () => within(screen.getByRole('region', { name: 'Summary' }));

describe('the cart page', () => {
  it('prices the cart by what is for sale now', async () => {
    storeCart(
      { priceId: 'price_Example1', quantity: 2 },
      { priceId: 'price_Example8', quantity: 1 },
    );
    openShop('/cart');
    expect(await screen.findByText('$60.50')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Stoneware mug' })).toBeVisible();
    expect(summary().getByText('Subtotal (3 items)')).toBeVisible();
  });

  it('counts in minor units of the currency', async () => {
    const price = { id: 'price_jpy', amountMinor: 3500, currency: 'jpy', recurring: null };
    const texts = { lang: 'en', translations: [] };
    apiServer.use(
      on.products(() =>
        HttpResponse.json({
          products: [
            {
              id: 'prod_1',
              name: 'Mug',
              description: null,
              imageUrl: null,
              ...texts,
              price,
              variants: [{ name: null, ...texts, price }],
            },
          ],
        }),
      ),
    );
    storeCart({ priceId: 'price_jpy', quantity: 3 });
    openShop('/cart');
    expect((await screen.findAllByText('¥10,500')).length).toBe(2);
  });

  it('follows the quantity, stepped or typed, and keeps it', async () => {
    storeCart({ priceId: 'price_Example1', quantity: 1 });
    const { user } = openShop('/cart');
    await user.click(await screen.findByRole('button', { name: 'One more: Stoneware mug' }));
    expect(await summary().findByText('$48.00')).toBeVisible();
    const field = screen.getByRole('spinbutton', { name: 'Quantity of Stoneware mug' });
    await user.clear(field);
    await user.type(field, '12');
    expect(await summary().findByText('$288.00')).toBeVisible();
    expect(storedCart()?.lines[0]?.quantity).toBe(12);
  });

  it('ignores what is no quantity and shows the real one again', async () => {
    storeCart({ priceId: 'price_Example1', quantity: 5 });
    const { user } = openShop('/cart');
    const field = await screen.findByRole('spinbutton');
    await user.clear(field);
    await user.type(field, '0');
    await user.tab();
    expect(field).toHaveValue(5);
    expect(field).toHaveAccessibleDescription('Please enter a whole number from 1 to 99');
    expect(storedCart()?.lines[0]?.quantity).toBe(5);
  });

  it('takes the most of a quantity that is too large, and says so until another is chosen', async () => {
    storeCart({ priceId: 'price_Example1', quantity: 5 });
    const { user } = openShop('/cart');
    const field = await screen.findByRole('spinbutton');
    await user.clear(field);
    await user.type(field, '1000000');
    await user.tab();
    expect(field).toHaveValue(99);
    expect(field).toHaveAccessibleDescription('99 is the most we can send at once');
    expect(storedCart()?.lines[0]?.quantity).toBe(99);
    await user.click(screen.getByRole('button', { name: 'One less: Stoneware mug' }));
    expect(field).toHaveAccessibleDescription('');
  });

  it('removes an article, and takes that back', async () => {
    storeCart(
      { priceId: 'price_Example1', quantity: 2 },
      { priceId: 'price_Example2', quantity: 1 },
    );
    const { user } = openShop('/cart');
    await user.click(await screen.findByRole('button', { name: 'Remove Stoneware mug' }));
    expect(screen.queryByRole('heading', { name: 'Stoneware mug' })).toBeNull();
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo).toHaveFocus();
    await user.click(undo);
    const names = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(names).toEqual(['Stoneware mug', 'Linen tea towel']);
    expect(storedCart()?.lines[0]).toMatchObject({ priceId: 'price_Example1', quantity: 2 });
    // The focus is where it was before, as often as that happens.
    const remove = () => screen.getByRole('button', { name: 'Remove Stoneware mug' });
    expect(remove()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(remove()).toHaveFocus();
  });

  it('takes the removal of the only article back', async () => {
    storeCart({ priceId: 'price_Example1', quantity: 2 });
    const { user } = openShop('/cart');
    await user.click(await screen.findByRole('button', { name: 'Remove Stoneware mug' }));
    expect(await screen.findByText('Your cart is empty.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Remove Stoneware mug' })).toHaveFocus();
  });

  it('says what is no longer for sale and leaves it out of the order', async () => {
    storeCart(
      { priceId: 'price_Example1', quantity: 1 },
      { priceId: 'price_gone', quantity: 4, name: 'Brass bookmark' },
    );
    let sent: unknown;
    apiServer.use(
      on.checkout(async ({ request }) => {
        sent = await request.json();
        return answer('checkout-created');
      }),
    );
    const { user, left } = openShop('/cart');
    expect(await screen.findByText(/No longer for sale/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Brass bookmark' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Checkout' }));
    await waitFor(() => expect(left).toHaveLength(1));
    expect(sent).toEqual({ items: [{ priceId: 'price_Example1', quantity: 1 }] });
  });

  it('says whose price has changed, and that it is to be chosen again', async () => {
    storeCart(
      { priceId: 'price_Example2', quantity: 1 },
      { priceId: 'price_old', productId: 'prod_Example1', quantity: 4, name: 'Stoneware mug' },
      { priceId: 'price_gone', productId: 'prod_gone', quantity: 1, name: 'Brass bookmark' },
    );
    openShop('/cart');
    const row = (await screen.findByText(/Its price has changed/)).closest('li')!;
    expect(within(row).getByRole('heading', { name: 'Stoneware mug' })).toBeVisible();
    expect(within(row).queryByText(/No longer for sale/)).toBeNull();
    expect(within(row).queryByRole('spinbutton')).toBeNull();
    const gone = screen.getByText(/No longer for sale/).closest('li')!;
    expect(within(gone).getByRole('heading', { name: 'Brass bookmark' })).toBeVisible();
    expect(summary().getByText('Subtotal (1 item)')).toBeVisible();
  });

  it('says it of the variant whose price has changed, and not of one that is gone', async () => {
    const [mug] = examples.products.products;
    const variants = ['small', 'large'].map((name) => ({
      ...mug?.variants[0],
      name,
      price: { ...mug?.price, id: `price_${name}` },
    }));
    const products = [{ ...mug, price: variants[0]?.price, variants }];
    apiServer.use(on.products(() => HttpResponse.json({ products })));
    const productId = 'prod_Example1';
    storeCart(
      { priceId: 'price_old', productId, quantity: 1, name: 'Stoneware mug – large' },
      { priceId: 'price_gone', productId, quantity: 1, name: 'Stoneware mug – huge' },
    );
    openShop('/cart');
    const changed = (await screen.findByText(/Its price has changed/)).closest('li')!;
    expect(within(changed).getByRole('heading', { name: /large/ })).toBeVisible();
    const gone = screen.getByText(/No longer for sale/).closest('li')!;
    expect(within(gone).getByRole('heading', { name: /huge/ })).toBeVisible();
  });

  it('says what is sold out and leaves it out of the order', async () => {
    storeCart(
      { priceId: 'price_Example1', quantity: 1 },
      { priceId: 'price_Example3', quantity: 2 },
    );
    let sent: unknown;
    apiServer.use(
      on.checkout(async ({ request }) => {
        sent = await request.json();
        return answer('checkout-created');
      }),
    );
    const { user, left } = openShop('/cart');
    const row = (await screen.findByText(/Sold out/)).closest('li')!;
    expect(within(row).getByRole('heading', { name: 'Beeswax candle' })).toBeVisible();
    expect(within(row).queryByRole('spinbutton')).toBeNull();
    expect(within(row).getByRole('button', { name: 'Remove Beeswax candle' })).toBeVisible();
    expect(summary().getByText('Subtotal (1 item)')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Checkout' }));
    await waitFor(() => expect(left).toHaveLength(1));
    expect(sent).toEqual({ items: [{ priceId: 'price_Example1', quantity: 1 }] });
  });

  it('still offers what this browser’s own unfinished checkout may hold', async () => {
    storeCart({ priceId: 'price_Example3', quantity: 1, held: true });
    openShop('/cart');
    expect(await screen.findByText('Subtotal (1 item)')).toBeVisible();
    expect(screen.queryByText(/Sold out/)).toBeNull();
    expect(screen.getByRole('spinbutton')).toHaveValue(1);
  });

  it('follows a change made in another tab', async () => {
    storeCart({ priceId: 'price_Example1', quantity: 1 });
    openShop('/cart');
    await screen.findByRole('heading', { name: 'Stoneware mug' });
    storeCart({ priceId: 'price_Example2', quantity: 2 });
    act(() => void fireEvent(window, new StorageEvent('storage', { key: CART_KEY })));
    expect(await screen.findByRole('heading', { name: 'Linen tea towel' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Stoneware mug' })).toBeNull();
  });

  it('is an empty cart when the storage holds garbage', async () => {
    window.localStorage.setItem(CART_KEY, '{"lines":[{"priceId":{},"quantity":"<b>"}]}');
    openShop('/cart');
    expect(await screen.findByText('Your cart is empty.')).toBeVisible();
  });

  it('asks for the prices again when they did not come', async () => {
    storeCart({ priceId: 'price_Example1', quantity: 1, name: 'Stoneware mug' });
    apiServer.use(on.products(() => answer('problem-stripe-unavailable')));
    const { user } = openShop('/cart');
    expect(await screen.findByText(/prices can’t be shown.*isn’t answering/)).toBeVisible();
    expect(summary().getByText('Subtotal (1 item)')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Checkout' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    apiServer.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await screen.findAllByText('$24.00')).length).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  describe('without a network', () => {
    afterEach(() => {
      jest.restoreAllMocks();
      onlineManager.setOnline(true);
    });

    it('says why it cannot be paid, and asks for the prices as soon as there is one', async () => {
      jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      onlineManager.setOnline(false);
      apiServer.use(on.products(() => HttpResponse.error()));
      storeCart({ priceId: 'price_Example1', quantity: 1, name: 'Stoneware mug' });
      openShop('/cart');
      expect(await screen.findByText(/prices can’t be shown.*You’re offline/)).toBeVisible();
      apiServer.resetHandlers();
      act(() => onlineManager.setOnline(true));
      expect((await screen.findAllByText('$24.00')).length).toBeGreaterThan(0);
      expect(screen.queryByText(/You’re offline/)).toBeNull();
    });
  });
});
