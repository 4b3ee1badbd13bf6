import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { examples, type ExampleName } from '@shop/contract/examples';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { openShop, storeCart, storedCart } from '../../../testing/render-shop';
import { createQueryClient } from '../../api-client/query-client';
import { CART_KEY } from './cart-store';

const URL_OF_STRIPE = 'https://checkout.stripe.com/c/pay/cs_test_a1b2c3';

type Shop = ReturnType<typeof openShop>;

/** Answers checkouts with these, in turn, and writes down what each was asked with. */
function answerCheckouts(...names: (ExampleName | Response)[]) {
  const sent: { key: string | null; body: unknown }[] = [];
  apiServer.use(
    on.checkout(async ({ request }) => {
      sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
      const next = names[sent.length - 1] ?? names.at(-1)!;
      return typeof next === 'string' ? answer(next) : next;
    }),
  );
  return sent;
}

const checkout = () => screen.findByRole('button', { name: 'Checkout' });

async function openCart() {
  const shop = openShop('/cart');
  await screen.findByText(/Subtotal \(1 item\)/);
  return shop;
}

beforeEach(() => storeCart({ priceId: 'price_Example1', quantity: 1 }));

describe('the way to the payment page', () => {
  it('makes a checkout of the cart, remembers the order number and goes there', async () => {
    const sent = answerCheckouts('checkout-created');
    const { user, left } = await openCart();
    await user.click(await checkout());
    await waitFor(() => expect(left).toEqual([URL_OF_STRIPE]));
    expect(sent[0]?.body).toEqual({ items: [{ priceId: 'price_Example1', quantity: 1 }] });
    expect(sent[0]?.key).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(storedCart()?.attempt).toEqual({
      idempotencyKey: sent[0]?.key,
      orderNumber: 'R7K3-M9QX',
    });
  });

  it('asks for the language that the shopper has chosen, and only then for one', async () => {
    const sent = answerCheckouts('problem-stripe-unavailable', 'checkout-created');
    const { user } = await openCart();
    await user.click(await checkout());
    await screen.findByText(/payment provider isn’t answering/);
    await user.click(screen.getByRole('button', { name: 'Deutsch' }));
    await user.click(await screen.findByRole('button', { name: 'Zur Kasse' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ body }) => (body as { locale?: string }).locale)).toEqual([undefined, 'de']);
    await user.click(screen.getByRole('button', { name: 'English' }));
  });

  describe('without a network', () => {
    afterEach(() => void jest.restoreAllMocks());

    it('says so at once, keeps the cart, and leaves only when it is asked again', async () => {
      let isOnline = false;
      jest.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnline);
      const sent = answerCheckouts(HttpResponse.error(), 'checkout-created');
      const { user, left } = await openCart();
      act(() => void window.dispatchEvent(new Event('offline')));
      await user.click(await checkout());
      expect(await screen.findByText(/You’re offline/)).toBeVisible();
      isOnline = true;
      act(() => void window.dispatchEvent(new Event('online')));
      expect(storedCart()?.lines).toHaveLength(1);
      expect(left).toEqual([]);
      await user.click(await checkout());
      await waitFor(() => expect(left).toEqual([URL_OF_STRIPE]));
      expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    });
  });

  it('sends a double click once', async () => {
    const sent = answerCheckouts('checkout-created');
    const { user, left } = await openCart();
    await user.dblClick(await checkout());
    await waitFor(() => expect(left.length).toBeGreaterThan(0));
    expect(sent).toHaveLength(1);
  });

  it('uses the same key after a reload, and a new one when the cart has changed', async () => {
    const sent = answerCheckouts('problem-stripe-unavailable', 'checkout-created');
    const first = await openCart();
    await first.user.click(await checkout());
    await screen.findByText(/payment provider/);
    first.unmount();

    const second = await openCart();
    await second.user.click(await checkout());
    await waitFor(() => expect(second.left).toHaveLength(1));
    expect(sent[1]?.key).toBe(sent[0]?.key);
    await second.user.click(screen.getByRole('button', { name: 'One more: Stoneware mug' }));
    await second.user.click(await checkout());
    await waitFor(() => expect(second.left).toHaveLength(2));
    expect(sent[2]?.key).not.toBe(sent[0]?.key);
  });

  it.each(['problem-idempotency-key-reused', 'problem-checkout-expired'] as const)(
    'tries %s once more by itself, with a new key',
    async (problem) => {
      const sent = answerCheckouts(problem, 'checkout-created');
      const { user, left } = await openCart();
      await user.click(await checkout());
      await waitFor(() => expect(left).toHaveLength(1));
      expect(sent).toHaveLength(2);
      expect(sent[1]?.key).not.toBe(sent[0]?.key);
    },
  );

  it('does not try that for ever', async () => {
    const sent = answerCheckouts('problem-checkout-expired');
    const { user, left } = await openCart();
    await user.click(await checkout());
    expect(await screen.findByText(/That checkout has ended/)).toBeVisible();
    expect(sent).toHaveLength(2);
    expect(left).toEqual([]);
  });

  it('says that a cart was ordered already, and empties it', async () => {
    answerCheckouts('problem-checkout-completed');
    const { user } = await openCart();
    await user.click(await checkout());
    expect(await screen.findByText(/You have already ordered this/)).toBeVisible();
    expect(screen.getByText('Your cart is empty.')).toBeVisible();
    expect(storedCart()?.lines).toEqual([]);
  });

  /** Presses Checkout, and lets the API answer with this only after something else. */
  async function checkOutMeanwhile(name: ExampleName, meanwhile: (shop: Shop) => unknown) {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    apiServer.use(on.checkout(() => released.then(() => answer(name))));
    const queryClient = createQueryClient();
    const shop = openShop('/cart', queryClient);
    await screen.findByText(/Subtotal \(1 item\)/);
    await shop.user.click(await checkout());
    await meanwhile(shop);
    release();
    await waitFor(() => expect(queryClient.isMutating()).toBe(0));
    return shop;
  }

  it('leaves in the cart what another tab has put there meanwhile', async () => {
    await checkOutMeanwhile('problem-checkout-completed', () => {
      storeCart(
        { priceId: 'price_Example1', quantity: 1 },
        { priceId: 'price_Example2', quantity: 1 },
      );
      act(() => void fireEvent(window, new StorageEvent('storage', { key: CART_KEY })));
    });
    expect(storedCart()?.lines).toHaveLength(2);
    expect(screen.queryByText(/already ordered/)).toBeNull();
    expect(await checkout()).toHaveAttribute('aria-disabled', 'false');
  });

  describe('that the shopper has walked away from', () => {
    const walkAway = (name: ExampleName) =>
      checkOutMeanwhile(name, ({ user }) => user.click(screen.getByRole('link', { name: 'Shop' })));
    const backToCart = () => screen.getByRole('link', { name: 'Cart, 1 item' });

    it('leaves the shop only when it is asked again', async () => {
      const { user, left } = await walkAway('checkout-created');
      expect(storedCart()?.attempt?.orderNumber).toBe('R7K3-M9QX');
      expect(left).toEqual([]);
      await user.click(backToCart());
      await user.click(await checkout());
      await waitFor(() => expect(left).toEqual([URL_OF_STRIPE]));
    });

    it('empties no cart whose shopper cannot read why', async () => {
      const { user } = await walkAway('problem-checkout-completed');
      await user.click(backToCart());
      await user.click(await checkout());
      expect(await screen.findByText(/You have already ordered this/)).toBeVisible();
      expect(screen.getByText('Your cart is empty.')).toBeVisible();
    });
  });

  describe('while another order waits for its payment', () => {
    const open = { ...examples['problem-payment-open'].openPayment };

    it('shows the voucher, keeps the cart, and says nothing of having been paid', async () => {
      answerCheckouts('problem-payment-open');
      const { user } = await openCart();
      await user.click(await checkout());
      expect(await screen.findByText(/You have a voucher open: order R7K3-M9QX/)).toBeVisible();
      expect(screen.getByRole('link', { name: 'Show it' })).toHaveAttribute(
        'href',
        '/order/success?session_id=cs_test_a1b2c3',
      );
      expect(screen.queryByText(/already ordered|Reference for our support/)).toBeNull();
      expect(storedCart()?.lines).toHaveLength(1);
    });

    it('pays another way in its place, with a new key', async () => {
      const sent = answerCheckouts('problem-payment-open', 'checkout-created');
      const { user, left } = await openCart();
      await user.click(await checkout());
      await user.click(await screen.findByRole('button', { name: 'Pay another way' }));
      await waitFor(() => expect(left).toEqual([URL_OF_STRIPE]));
      expect(screen.getByRole('button', { name: 'Taking you to payment…' })).toHaveFocus();
      expect(sent.map(({ body }) => (body as { replaces?: string }).replaces)).toEqual([
        undefined,
        'cs_test_a1b2c3',
      ]);
      expect(sent[1]?.key).not.toBe(sent[0]?.key);
    });

    it.each([
      ['awaiting_bank_transfer', /You have a bank transfer open/],
      ['awaiting_microdeposits', /Your bank account isn’t confirmed yet/],
    ])('says what it waits for: %s', async (state, words) => {
      answerCheckouts(answer('problem-payment-open', {}, { openPayment: { ...open, state } }));
      const { user } = await openCart();
      await user.click(await checkout());
      expect(await screen.findByText(words)).toBeVisible();
    });

    it('says that it was too late to cancel it, and keeps the cart', async () => {
      answerCheckouts('problem-payment-open', 'problem-payment-not-canceled');
      const { user, left } = await openCart();
      await user.click(await checkout());
      await user.click(await screen.findByRole('button', { name: 'Pay another way' }));
      expect(await screen.findByText(/R7K3-M9QX has just been paid/)).toBeVisible();
      expect(screen.getByRole('link', { name: 'Show the order' })).toBeVisible();
      expect(storedCart()?.lines).toHaveLength(1);
      expect(left).toEqual([]);
    });
  });

  it('marks the article whose price is refused, and asks for the products anew', async () => {
    let asked = 0;
    apiServer.use(
      on.products(() => {
        asked += 1;
        return answer('products');
      }),
      on.checkout(() => answer('problem-price-not-available')),
    );
    const { user } = await openCart();
    await user.click(await checkout());
    expect(await screen.findByText(/No longer for sale/)).toBeVisible();
    expect(
      screen.getByText(/Something in your cart has changed or is no longer for sale/),
    ).toBeVisible();
    await waitFor(() => expect(asked).toBe(2));
  });

  describe('when there is not enough left', () => {
    const outOfStock = () => answer('problem-out-of-stock');

    it('says so at the line until its quantity changes', async () => {
      apiServer.use(on.checkout(outOfStock));
      const { user } = await openCart();
      await user.click(await checkout());
      expect(await screen.findByText(/isn’t enough left of something/)).toBeVisible();
      expect(screen.queryByText(/Reference/)).toBeNull();
      const quantity = screen.getByRole('spinbutton', { name: 'Quantity of Stoneware mug' });
      expect(quantity).toBeInvalid();
      expect(quantity).toHaveAccessibleDescription(/isn’t as much left/);
      await user.click(screen.getByRole('button', { name: 'One more: Stoneware mug' }));
      expect(quantity).toBeValid();
      expect(screen.queryByText(/isn’t as much left/)).toBeNull();
      await waitFor(() => expect(screen.queryByText(/isn’t enough left of something/)).toBeNull());
    });

    it('believes that it is sold out, whatever an earlier checkout may have held', async () => {
      storeCart({ priceId: 'price_Example1', quantity: 1, held: true });
      apiServer.use(on.checkout(outOfStock));
      const { user } = await openCart();
      const gone = examples.products.products.map((each) => ({ ...each, soldOut: true }));
      apiServer.use(on.products(() => HttpResponse.json({ products: gone })));
      await user.click(await checkout());
      expect(await screen.findByText(/Sold out/)).toBeVisible();
      expect(await checkout()).toHaveAttribute('aria-disabled', 'true');
    });
  });

  describe('when not all of the cart can be paid for with a subscription', () => {
    beforeEach(() =>
      storeCart(
        { priceId: 'price_Example1', quantity: 1 },
        { priceId: 'price_Example2', quantity: 1 },
      ),
    );
    const rowOf = (name: string) => {
      const row = screen.getByRole('heading', { name, level: 2 }).closest('li');
      if (!row) throw new Error(`${name} has no row.`);
      return within(row);
    };

    it('marks what has to be ordered separately, and takes the rest', async () => {
      const sent = answerCheckouts('problem-cart-not-payable-at-once', 'checkout-created');
      const { user, left } = openShop('/cart');
      await screen.findByText(/Subtotal \(2 items\)/);
      await user.click(await checkout());
      expect(await screen.findByText(/together with a subscription/)).toBeVisible();
      expect(screen.queryByText(/Reference/)).toBeNull();
      expect(rowOf('Linen tea towel').getByText(/order this separately/)).toBeVisible();
      expect(rowOf('Stoneware mug').queryByText(/order this separately/)).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Remove Linen tea towel' }));
      await user.click(await checkout());
      await waitFor(() => expect(left).toEqual([URL_OF_STRIPE]));
      expect(sent[1]?.body).toEqual({ items: [{ priceId: 'price_Example1', quantity: 1 }] });
      expect(screen.queryByText(/order this separately/)).toBeNull();
    });
  });

  it('remembers what the checkout holds', async () => {
    const { user, left } = await openCart();
    await user.click(await checkout());
    await waitFor(() => expect(left).toHaveLength(1));
    expect(storedCart()?.lines).toMatchObject([{ priceId: 'price_Example1', held: true }]);
  });

  it('waits as long as the API asks for', async () => {
    apiServer.use(on.checkout(() => answer('problem-rate-limited', { 'retry-after': '2' })));
    const { user } = await openCart();
    await user.click(await checkout());
    const waiting = await screen.findByRole('button', { name: 'Try again in 2 s' });
    expect(waiting).toHaveAttribute('aria-disabled', 'true');
    const again = await screen.findByRole('button', { name: 'Checkout' }, { timeout: 4000 });
    expect(again).toHaveAttribute('aria-disabled', 'false');
  });

  it.each([
    ['problem-stripe-unavailable', /payment provider isn’t answering/],
    ['problem-checkout-unavailable', /can’t take payments at the moment/],
    ['problem-internal-error', /went wrong on our side/],
    ['problem-invalid-request', /went wrong on our side/],
  ] as const)('explains %s with a reference', async (problem, words) => {
    answerCheckouts(problem);
    const { user } = await openCart();
    await user.click(await checkout());
    expect(await screen.findByText(words)).toHaveTextContent('You have not been charged.');
    expect(screen.getByText(/3f0c9a52-6a0e-4c39-9f57-0d7c8f1b2a11/)).toBeVisible();
    expect(await checkout()).toBeEnabled();
  });

  it.each([
    ['problem-amount-too-small', {}, /The least we can charge is \$0\.50/],
    ['problem-amount-too-small', { limit: undefined }, /The total is too small/],
    ['problem-amount-too-large', {}, /The most we can charge at once is \$999,999\.99/],
    ['problem-amount-too-large', { limit: undefined }, /The total is too large/],
  ] as const)('explains %s %p, and starts anew next time', async (problem, change, words) => {
    const sent = answerCheckouts(answer(problem, {}, change), 'checkout-created');
    const { user } = await openCart();
    await user.click(await checkout());
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByText(/Reference/)).toBeNull();
    await user.click(await checkout());
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  it.each([
    ['a lost connection', () => HttpResponse.error()],
    ['a page of something in between', () => new HttpResponse('<h1>502</h1>', { status: 502 })],
  ])('survives %s', async (_what, respond) => {
    apiServer.use(on.checkout(respond));
    const { user, left } = await openCart();
    await user.click(await checkout());
    expect(await screen.findByText(/You have not been charged/)).toBeVisible();
    expect(left).toEqual([]);
  });

  it.each(['https://evil.example/pay', 'http://checkout.stripe.com/c', 'javascript:alert(1)'])(
    'does not follow %s',
    async (url) => {
      answerCheckouts(HttpResponse.json({ url, orderNumber: 'R7K3-M9QX' }, { status: 201 }));
      const { user, left } = await openCart();
      await user.click(await checkout());
      expect(await screen.findByText(/payment page that this shop doesn’t know/)).toBeVisible();
      expect(left).toEqual([]);
    },
  );

  it('has a working button again when the shopper comes back by the Back button', async () => {
    const { user, left } = await openCart();
    await user.click(await checkout());
    await waitFor(() => expect(left).toHaveLength(1));
    expect(await screen.findByRole('button', { name: 'Taking you to payment…' })).toBeVisible();
    fireEvent(window, Object.assign(new Event('pageshow'), { persisted: true }));
    await user.click(await checkout());
    await waitFor(() => expect(left).toHaveLength(2));
  });
});
