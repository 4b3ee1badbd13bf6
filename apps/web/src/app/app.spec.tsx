import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { apiServer } from '../../testing/api-server';
import { openShop } from '../../testing/render-shop';

afterEach(() => void jest.restoreAllMocks());

describe('the shop', () => {
  it('has a page for addresses that are none of its own', async () => {
    openShop('/nowhere');
    expect(
      await screen.findByRole('heading', { name: 'There is nothing at this address' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the shop' })).toHaveAttribute('href', '/');
  });

  it('names each page in the title and moves the focus to its heading', async () => {
    const { user } = openShop('/');
    await screen.findByRole('heading', { level: 1 });
    expect(document.title).toBe('Shop · Morrow Goods');
    expect(document.body).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Cart, 0 articles' }));
    expect(await screen.findByRole('heading', { name: 'Your cart' })).toHaveFocus();
    expect(document.title).toBe('Your cart · Morrow Goods');
  });

  it('offers a way past the navigation first', async () => {
    const { user } = openShop('/');
    await screen.findByRole('heading', { level: 1 });
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
  });

  it('is never blank: a fault while drawing gets words and a way on', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    apiServer.use(
      http.get('http://localhost/api/products', () => HttpResponse.json({ products: [{}] })),
    );
    openShop('/');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on this page');
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Morrow Goods' })).toBeVisible();
  });
});
