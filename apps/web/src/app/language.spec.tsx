import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { FullConfirmation } from '@shop/contract';
import { screen, within } from '@testing-library/react';
import { answer, apiServer, on } from '../../testing/api-server';
import { openShop } from '../../testing/render-shop';
import { startLocale } from '../locale/locale';
import { LANGUAGE_KEY } from '../locale/own-choice';

const ORDER = '/order/success?session_id=cs_test_a1b2c3';

async function browserSpeaks(...languages: string[]) {
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  await startLocale();
}

function answerOrder(change: Partial<FullConfirmation>) {
  apiServer.use(on.confirmation(() => answer('confirmation-confirmed-full', {}, change)));
}

const heading = async () => (await screen.findByRole('heading', { level: 1 })).textContent;
const thanks = (name: RegExp) => screen.findByRole('heading', { level: 1, name });

afterEach(async () => {
  jest.restoreAllMocks();
  window.localStorage.clear();
  await startLocale();
});

describe('the language of the shop', () => {
  it('is the browser’s, in words, amounts, titles and for screen readers', async () => {
    await browserSpeaks('de-AT', 'en');
    openShop('/');
    expect(await screen.findAllByRole('button', { name: /^In den Warenkorb/ })).not.toHaveLength(0);
    expect(screen.getByText(/^\$\s24,00$/)).toBeVisible();
    expect(document.documentElement.lang).toBe('de');
    expect(document.title).toBe('Shop · Morrow Goods');
  });

  it.each([
    ['Deutsch', 'de', 'Ihr Warenkorb'],
    ['Français', 'fr', 'Votre panier'],
    ['Español', 'es', 'Tu cesta'],
    ['日本語', 'ja', 'カート'],
  ])('is %s when the shopper says so, and stays it', async (name, language, words) => {
    const { user, unmount } = openShop('/cart');
    await user.click(await screen.findByRole('button', { name }));
    expect(await screen.findByRole('heading', { level: 1, name: words })).toBeVisible();
    expect(document.title).toBe(`${words} · Morrow Goods`);
    expect(document.documentElement.lang).toBe(language);
    expect(screen.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'English' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    unmount();

    await startLocale();
    openShop('/cart');
    expect(await heading()).toBe(words);
  });

  it('is the one an order was paid in, on its confirmation', async () => {
    answerOrder({ locale: 'fr-CA' });
    openShop(ORDER);
    expect(await thanks(/^Merci pour votre commande, Jenny Rosen/)).toBeVisible();
    const summary = within(screen.getByRole('region', { name: 'Votre commande' }));
    expect(summary.getByText(/^64,40\s\$\sUS$/)).toBeVisible();
    expect(screen.getByText(/^23 novembre 2026/)).toBeVisible();
    expect(screen.getByText('États-Unis')).toBeVisible();
  });

  it('is what the shopper has chosen since they ordered', async () => {
    answerOrder({ locale: 'fr', createdAt: '2026-11-23T14:00:00.000Z' });
    const chosen = (chosenAt: string) =>
      JSON.stringify({ language: 'ja', chosenAt: Date.parse(chosenAt) });

    window.localStorage.setItem(LANGUAGE_KEY, chosen('2026-11-23T13:00:00.000Z'));
    const first = openShop(ORDER);
    expect(await thanks(/^Merci/)).toBeVisible();
    first.unmount();

    window.localStorage.setItem(LANGUAGE_KEY, chosen('2026-11-23T15:00:00.000Z'));
    openShop(ORDER);
    expect(await thanks(/^Jenny Rosen 様/)).toBeVisible();
  });

  it.each([null, 'nl', 'zh-HK', 'auto', 'en-US@posix'])(
    'is the shopper’s own when the order was paid in %p',
    async (locale) => {
      await browserSpeaks('es-MX');
      answerOrder({ locale });
      openShop(ORDER);
      expect(await thanks(/^¡Gracias por tu pedido, Jenny Rosen!$/)).toBeVisible();
    },
  );

  it('is still chosen where the browser keeps nothing and the storage holds garbage', async () => {
    window.localStorage.setItem(LANGUAGE_KEY, '{"language":"tlh","chosenAt":"now"}');
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { user } = openShop('/cart');
    expect(await heading()).toBe('Your cart');
    await user.click(screen.getByRole('button', { name: 'Deutsch' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Ihr Warenkorb' })).toBeVisible();
  });
});
