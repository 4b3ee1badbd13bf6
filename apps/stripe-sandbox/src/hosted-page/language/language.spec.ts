import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { type Client, pageBelow, startClient } from '../../testing/sandbox-client';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { Problem } from './words';

const LANGUAGES = { de, es, fr, ja };
type Language = keyof typeof LANGUAGES;
const languages = Object.keys(LANGUAGES) as Language[];

/** What a shopper may type, and the reason for which it is refused. */
const REFUSALS: [Problem, Record<string, string>][] = [
  ['card_declined', { cardNumber: '4000000000000002' }],
  ['card_declined', { cardNumber: '4000000000009987' }],
  ['insufficient_funds', { cardNumber: '4000000000009995' }],
  ['expired_card', { cardNumber: '4000000000000069' }],
  ['incorrect_cvc', { cardNumber: '4000000000000127' }],
  ['processing_error', { cardNumber: '4000000000000119' }],
  ['test_mode_live_card', { cardNumber: '4111111111111111' }],
  ['incorrect_number', { cardNumber: '4242424242424241' }],
  ['invalid_expiry_month', { cardExpiry: '13 / 40' }],
  ['invalid_expiry_year', { cardExpiry: '01 / 20' }],
  ['invalid_cvc', { cardCvc: '1' }],
  ['email', { email: '' }],
  ['email', { email: 'jenny' }],
  ['name', { billingName: ' ' }],
  ['phone', { phone: '' }],
  ['shippingName', { shippingName: '' }],
  ['shippingLine1', { shippingLine1: '' }],
  ['shippingCountry', { shippingCountry: 'FR' }],
  ['billingLine1', { billingLine1: '' }],
  ['terms', { terms: '' }],
  ['method', { method: 'konbini' }],
];

const ALL_ANSWERED = {
  phone: '+1 415 555 0132',
  shippingName: 'Jenny Rosen',
  shippingLine1: '510 Townsend St',
  shippingCountry: 'US',
  billingLine1: '510 Townsend St',
  'custom-size': 'L',
  terms: 'on',
};

describe('the hosted page’s languages', () => {
  let client: Client;
  let price: Stripe.Price;

  beforeAll(async () => {
    client = await startClient();
    const product = await client.stripe.products.create({ name: 'Earl Grey' });
    price = await client.stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount: 123456,
    });
  });

  afterAll(() => client.sandbox.close());

  const start = (params: Stripe.Checkout.SessionCreateParams = {}) =>
    client.stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ price: price.id, quantity: 1 }],
      success_url: 'http://shop.test/ok',
      cancel_url: 'http://shop.test/cart',
      ...params,
    });

  const open = async (url: string | null, acceptLanguage = '') =>
    (await fetch(String(url), { headers: { 'Accept-Language': acceptLanguage } })).text();

  const langOf = (page: string) => /<html lang="([^"]+)"/.exec(page)?.[1];
  const alertOf = async (response: Response) =>
    /role="alert"[^>]*>\s*([^<]*?)\s*</.exec(await response.text())?.[1]?.replaceAll('&#39;', "'");
  const normal = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it.each([
    ['de', '1.234,56 € bezahlen'],
    ['en', 'Pay €1,234.56'],
    ['en-GB', 'Pay €1,234.56'],
    ['es', 'Pagar 1234,56 €'],
    ['fr', 'Payer 1 234,56 €'],
    ['fr-CA', 'Payer 1 234,56 €'],
    ['ja', '€1,234.56 を支払う'],
  ] as const)('speaks the session’s language: %s', async (locale, button) => {
    const page = await open((await start({ locale })).url, 'en-US');
    expect(langOf(page)).toBe(locale);
    expect(normal(page)).toContain(button);
    const { back, email, cardNumber } = { ...LANGUAGES, en }[locale.slice(0, 2) as Language];
    for (const label of [back, email, cardNumber]) expect(page).toContain(label);
  });

  it.each([
    ['de-CH, fr;q=0.8', 'de-CH'],
    ['it, pt;q=0.9, es-MX;q=0.5, en;q=0.1', 'es-MX'],
    ['ja;q=0.2, en-US', 'en-US'],
    ['de-DE-u-nu-thai', 'de-DE'],
    ['it', 'en'],
    ['*', 'en'],
    ['"><script>, x-y-z-1', 'en'],
  ])('leaves "auto" to the browser: %s', async (acceptLanguage, lang) => {
    for (const locale of ['auto', undefined] as const) {
      const session = await start(locale ? { locale } : {});
      expect(langOf(await open(session.url, acceptLanguage))).toBe(lang);
    }
  });

  it('speaks English to a session in a language that is not written here', async () => {
    expect(langOf(await open((await start({ locale: 'bg' })).url, 'de'))).toBe('en');
  });

  it.each(languages.flatMap((locale) => REFUSALS.map((refusal) => [locale, ...refusal] as const)))(
    'says why in %s: %s',
    async (locale, problem, typed) => {
      const session = await start({
        locale,
        billing_address_collection: 'required',
        consent_collection: { terms_of_service: 'required' },
        phone_number_collection: { enabled: true },
        shipping_address_collection: { allowed_countries: ['US'] },
      });
      const fields: Record<string, string> = { ...ALL_ANSWERED, ...typed };
      const response = await client.pay(session.url, fields);
      expect(response.status).toBe(402);
      expect(await alertOf(response)).toBe(LANGUAGES[locale].problems?.[problem]);
    },
  );

  it.each(languages)('names the merchant’s own question in %s', async (locale) => {
    const session = await start({
      locale,
      custom_fields: [
        { key: 'size', type: 'numeric', label: { type: 'custom', custom: 'Pointure' } },
      ],
    });
    const response = await client.pay(session.url, { 'custom-size': 'x' });
    expect(await alertOf(response)).toBe(`Pointure: ${LANGUAGES[locale].problems?.custom}`);
  });

  it.each(languages)('says that 3-D Secure failed in %s', async (locale) => {
    const session = await start({ locale });
    await client.pay(session.url, { cardNumber: '4000002500003155' });
    const step = pageBelow(session.url, 'authenticate');
    expect(await open(step)).toContain(LANGUAGES[locale].authenticateTitle);
    const failed = await fetch(step, {
      method: 'POST',
      body: new URLSearchParams({ result: 'fail' }),
    });
    expect(await alertOf(failed)).toBe(LANGUAGES[locale].problems?.authentication_failure);
  });

  it('keeps the engine’s own words in English', async () => {
    const session = await start({ locale: 'en' });
    const response = await client.pay(session.url, { cardNumber: '4000000000009995' });
    expect(await alertOf(response)).toBe('Your card has insufficient funds.');
  });
});
