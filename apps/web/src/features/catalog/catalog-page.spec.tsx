import { describe, expect, it } from '@jest/globals';
import { examples } from '@shop/contract/examples';
import { screen, within } from '@testing-library/react';
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
    expect(screen.getByRole('link', { name: 'Cart, 2 articles' })).toBeVisible();
    expect(storedCart()?.lines).toEqual([
      {
        priceId: 'price_Example1',
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

  it('explains a failure and tries again', async () => {
    apiServer.use(on.products(() => answer('problem-service-unavailable')));
    const { user } = openShop('/');
    expect(await screen.findByRole('alert')).toHaveTextContent('short break');
    apiServer.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('article')).not.toHaveLength(0);
  });

  it('says when there is nothing for sale', async () => {
    apiServer.use(on.products(() => HttpResponse.json({ products: [] })));
    openShop('/');
    expect(await screen.findByText(/nothing for sale/)).toBeVisible();
  });
});
