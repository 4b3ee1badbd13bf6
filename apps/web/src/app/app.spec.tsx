import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { apiServer } from '../../testing/api-server';
import { openShop } from '../../testing/render-shop';
import { shopConfig } from '../config/shop-config';
import { CrashedShop } from './error-boundary';

afterEach(() => void jest.restoreAllMocks());

describe('the shop', () => {
  it.each([
    ['/', 'Shop'],
    ['/cart', 'Your cart'],
    ['/order/success?session_id=cs_test_a1b2c3', 'Looking up your order…'],
    ['/nowhere', 'There is nothing at this address'],
  ])('draws the first page at once, with nothing in its place before: %s', (address, title) => {
    openShop(address);
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(document.title).toBe(`${title} · Morrow Goods`);
  });

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
    await user.click(screen.getByRole('link', { name: 'Cart, 0 items' }));
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

describe('a shop of one’s own', () => {
  const withShop = (changes: Partial<typeof shopConfig.shop>) =>
    jest.replaceProperty(shopConfig, 'shop', { ...shopConfig.shop, ...changes });
  const footer = () => within(screen.getByRole('contentinfo'));

  it.each(['/', '/cart', '/nowhere', '/order/success', '/order/success?session_id=cs_test_none'])(
    'says at the end of %s who sells, whom to ask and what the law asks for',
    async (address) => {
      withShop({
        seller: {
          legalName: 'Kōbō GmbH',
          addressLines: ['Lindenstr. 1', '10969 Berlin'],
          country: 'DE',
          taxId: 'DE123456789',
        },
        support: { email: 'post@kobo.example', phone: '+49 30 123', hours: { en: '9 to 5' } },
        legal: { imprint: 'https://kobo.example/imprint', terms: 'https://kobo.example/terms' },
      });
      openShop(address);
      await screen.findByRole('heading', { level: 1 });
      expect(
        footer().getByText(/^Kōbō GmbH · Lindenstr\. 1 · 10969 Berlin · Germany · /),
      ).toBeVisible();
      expect(footer().getByText(/· 9 to 5/)).toBeVisible();
      const links = footer().getAllByRole('link');
      expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
        ['post@kobo.example', 'mailto:post@kobo.example'],
        ['+49 30 123', 'tel:+4930123'],
        ['Find your order', '/order/find'],
        ['Withdraw from contract here', '/order/withdraw'],
        ['Imprint', 'https://kobo.example/imprint'],
        ['Terms', 'https://kobo.example/terms'],
      ]);
    },
  );

  it('stands with its footer where nothing could be loaded', () => {
    render(<CrashedShop />);
    expect(screen.getByRole('alert')).toBeVisible();
    expect(footer().getByRole('link', { name: 'help@shop.example' })).toBeVisible();
  });

  it('has its name, its logo and its tagline, marked where it is in another language', async () => {
    withShop({
      name: 'Kōbō',
      logoUrl: '/logo.svg',
      tagline: { de: 'Gutes Werkzeug' },
      languages: { default: 'de', offered: ['de', 'en'] },
    });
    openShop('/');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Gutes Werkzeug' });
    expect(heading.querySelector('[lang="de"]')).toHaveTextContent('Gutes Werkzeug');
    expect(screen.getByRole('img', { name: 'Kōbō' })).toHaveAttribute('src', '/logo.svg');
    expect(document.title).toBe('Shop · Kōbō');
    expect(
      footer()
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Deutsch', 'English']);
  });

  it('says that nothing is for sale where that is so, and has no choice of one language', async () => {
    const shown = openShop('/nowhere');
    await screen.findByRole('heading', { level: 1 });
    expect(footer().getByText(/demonstration shop/)).toBeVisible();
    shown.unmount();
    withShop({ demo: false, languages: { default: 'en', offered: ['en'] } });
    openShop('/nowhere');
    await screen.findByRole('heading', { level: 1 });
    expect(footer().queryByText(/demonstration shop/)).toBeNull();
    expect(footer().queryByRole('button')).toBeNull();
  });
});
