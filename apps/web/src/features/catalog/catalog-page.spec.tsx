import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { examples } from '@shop/contract/examples';
import { onlineManager } from '@tanstack/react-query';
import { act, screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { openShop, storedCart } from '../../../testing/render-shop';

const product = (change: object) => ({ ...examples.products.products[0], ...change });

describe('the catalogue', () => {
  it('shows every product with name, description, price and picture', async () => {
    openShop('/');
    const cards = await screen.findAllByRole('article');
    expect(cards).toHaveLength(examples.products.products.length);
    const mug = within(cards[0]!);
    expect(mug.getByRole('heading', { name: 'Stoneware mug' })).toBeVisible();
    expect(mug.getByText('Hand-glazed, 350 ml, dishwasher safe.')).toBeVisible();
    expect(mug.getByText('$24.00')).toBeVisible();
    expect(cards[0]!.querySelector('img')).toHaveAttribute('src', '/products/stoneware-mug.svg');
  });

  it('puts an article into the cart and says so', async () => {
    const { user } = openShop('/');
    const add = await screen.findByRole('button', { name: 'Add to cart: Stoneware mug' });
    await user.click(add);
    await user.click(add);
    expect(screen.getByText('2 in cart')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Cart, 2 items' })).toBeVisible();
    expect(storedCart()?.lines).toEqual([
      {
        priceId: 'price_Example1',
        productId: 'prod_Example1',
        quantity: 2,
        name: 'Stoneware mug',
        imageUrl: '/products/stoneware-mug.svg',
      },
    ]);
  });

  it('says what is sold out and does not offer it', async () => {
    openShop('/');
    const cards = await screen.findAllByRole('article');
    const offered = (card: HTMLElement) => within(card).queryByRole('button') !== null;
    const soldOut = (card: HTMLElement) => within(card).queryByText('Sold out') !== null;
    expect(cards.map(soldOut)).toEqual(examples.products.products.map((each) => each.soldOut));
    expect(cards.map(offered)).toEqual(examples.products.products.map((each) => !each.soldOut));
    expect(cards.filter(soldOut)).toHaveLength(1);
  });

  it('shows names as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    apiServer.use(on.products(() => HttpResponse.json({ products: [product({ name })] })));
    openShop('/');
    expect(await screen.findByRole('heading', { name })).toBeVisible();
  });

  it('loads no picture from another host', async () => {
    const imageUrl = 'https://tracker.example/pixel.png';
    apiServer.use(on.products(() => HttpResponse.json({ products: [product({ imageUrl })] })));
    openShop('/');
    const card = await screen.findByRole('article');
    expect(card.querySelector('img')).toBeNull();
  });

  it('shows the initial of a product without a picture', async () => {
    const change = { imageUrl: null, name: '“écru” bag' };
    apiServer.use(on.products(() => HttpResponse.json({ products: [product(change)] })));
    openShop('/');
    const card = await screen.findByRole('article');
    expect(card.querySelector('[aria-hidden]')).toHaveTextContent(/^É$/);
  });

  it('offers the variants of a product as a choice, and puts the chosen one into the cart', async () => {
    const [mug] = examples.products.products;
    const variant = (id: string, name: string | null, amountMinor: number, recurring = false) => ({
      name,
      lang: 'en',
      translations: [{ lang: 'de', name: `${name} (de)` }],
      price: {
        id,
        amountMinor,
        currency: 'usd',
        recurring: recurring ? { interval: 'month', intervalCount: 1 } : null,
      },
    });
    const variants = [
      variant('price_small', 'small', 700),
      variant('price_large', 'large', 900),
      { ...variant('price_monthly', null, 800, true), translations: [] },
    ];
    const products = [{ ...mug, price: variants[0]?.price, variants }];
    apiServer.use(on.products(() => HttpResponse.json({ products })));
    const { user } = openShop('/');
    const choice = await screen.findByRole('combobox', { name: 'Choice of Stoneware mug' });
    expect(
      within(choice)
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['small · $7.00', 'large · $9.00', 'every month · $8.00']);
    await user.selectOptions(choice, 'large · $9.00');
    await user.click(screen.getByRole('button', { name: 'Add to cart: Stoneware mug – large' }));
    await user.selectOptions(choice, 'every month · $8.00');
    await user.click(screen.getByRole('button', { name: 'Add to cart: Stoneware mug' }));
    expect(storedCart()?.lines).toMatchObject([
      { priceId: 'price_large', name: 'Stoneware mug – large' },
      { priceId: 'price_monthly', name: 'Stoneware mug' },
    ]);
    await user.click(screen.getByRole('link', { name: /^Cart/ }));
    expect(await screen.findByText('$17.00 today, then $8.00 every month.')).toBeVisible();
  });

  it('says the language of each text', async () => {
    const change = { name: 'Tasse', description: 'Handgemacht.', lang: 'de', translations: [] };
    const english = { lang: 'en', name: 'Cup', description: null };
    const products = [
      product(change),
      product({ ...change, id: 'prod_2', translations: [english] }),
    ];
    apiServer.use(on.products(() => HttpResponse.json({ products })));
    openShop('/');
    const names = await screen.findAllByRole('heading', { level: 2 });
    expect(names.map((name) => [name.lang, name.textContent])).toEqual([
      ['de', 'Tasse'],
      ['en', 'Cup'],
    ]);
    for (const text of screen.getAllByText('Handgemacht.'))
      expect(text).toHaveAttribute('lang', 'de');
  });

  it('explains a failure and tries again', async () => {
    apiServer.use(on.products(() => answer('problem-service-unavailable')));
    const { user } = openShop('/');
    expect(await screen.findByRole('alert')).toHaveTextContent('short break');
    apiServer.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('article')).not.toHaveLength(0);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  describe('without a network', () => {
    afterEach(() => {
      jest.restoreAllMocks();
      onlineManager.setOnline(true);
    });

    it('says so, and shows what is for sale as soon as there is one', async () => {
      jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      onlineManager.setOnline(false);
      apiServer.use(on.products(() => HttpResponse.error()));
      openShop('/');
      expect(await screen.findByRole('alert')).toHaveTextContent('You’re offline');
      apiServer.resetHandlers();
      act(() => onlineManager.setOnline(true));
      expect(await screen.findAllByRole('article')).not.toHaveLength(0);
      expect(screen.queryByText(/You’re offline/)).toBeNull();
    });
  });

  it('says when there is nothing for sale', async () => {
    apiServer.use(on.products(() => HttpResponse.json({ products: [] })));
    openShop('/');
    expect(await screen.findByText(/nothing for sale/)).toBeVisible();
  });
});
