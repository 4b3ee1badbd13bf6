import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkoutRequestSchema } from '@shop/contract';
import type Stripe from 'stripe';
import { usualEngines } from '../../../testing/engines';
import { MERCHANT_SECRET, openMerchantServer } from '../../../testing/merchant-server';
import type { MerchantServer } from '../../../testing/merchant-server';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { offersOf } from './offer';
import { textFor, translationsOf } from './product-texts';

describe.each(usualEngines)('a product with several prices, on the %s database', (engine) => {
  let api: TestApi;
  let merchant: MerchantServer;
  beforeAll(async () => {
    merchant = await openMerchantServer();
    api = await startTestApi(engine, {
      api: {
        FULFILLMENT_WEBHOOK_URL: merchant.url,
        FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
      },
    });
    await sell('Tea', { name_ja: 'お茶', description_ja: '緑茶', name_de: '  ' }, [
      { nickname: '100 g', unit_amount: 700 },
      { nickname: '500 g', unit_amount: 9900 },
      { nickname: '500 g', unit_amount: 2900, metadata: { variant_ja: '500グラム' } },
      { nickname: '500 g', unit_amount: 2500, recurring: { interval: 'month' } },
      { nickname: 'euro', unit_amount: 600, currency: 'eur' },
    ]);
    await sell('Kissen', { lang: 'de' }, [{ nickname: 'internal', unit_amount: 1200 }]);
    await sell('Bag', {}, [{ unit_amount: 800 }, { unit_amount: 900 }]);
    await sell('Nails', {}, [
      { unit_amount: 500, transform_quantity: { divide_by: 100, round: 'up' } },
      { unit_amount: 6 },
    ]);
    await new Shopper(api).checkout({ items: [{ priceId: 'price_unknown', quantity: 1 }] });
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await merchant.close();
  });

  /** Its first price is its default, as when it is made in the Dashboard. */
  async function sell(
    name: string,
    metadata: Record<string, string>,
    prices: Partial<Parameters<TestApi['stripe']['prices']['create']>[0]>[],
  ) {
    const { id } = await api.stripe.products.create({ name, metadata });
    for (const [index, price] of prices.entries()) {
      const made = await api.stripe.prices.create({ currency: 'usd', product: id, ...price });
      if (index === 0) await api.stripe.products.update(id, { default_price: made.id });
    }
  }

  async function find(name: string) {
    const { body } = await new Shopper(api).products();
    const found = body.products.filter((each) => each.name === name);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} cards of ${name}`);
    return found[0];
  }

  it('is one product with a choice of what a shopper can tell apart', async () => {
    const { variants, price } = await find('Tea');
    expect(price.amountMinor).toBe(700);
    const shown = variants.map(({ name, price: each }) => [name, each.amountMinor]);
    expect(shown).toEqual([
      ['100 g', 700],
      ['500 g', 2900],
      ['500 g', 2500],
    ]);
  });

  it('is not for sale by the package, of which the cart does not know', async () => {
    const { variants } = await find('Nails');
    expect(variants.map(({ price }) => price.amountMinor)).toEqual([6]);
  });

  it('has no choice where prices look the same, and hides what the merchant calls its only price', async () => {
    const [bag, cushion] = [await find('Bag'), await find('Kissen')];
    expect(bag.variants.map(({ price }) => price.amountMinor)).toEqual([800]);
    expect(cushion).toMatchObject({ lang: 'de', variants: [{ name: null }] });
  });

  it('says the language of each text', async () => {
    expect(await find('Tea')).toMatchObject({
      lang: 'en',
      translations: [{ lang: 'ja', name: 'お茶', description: '緑茶' }],
    });
  });

  it('is named with its variant, in the language of the shopper, in order, mail and event', async () => {
    const { variants } = await find('Tea');
    const chosen = variants.find(({ translations }) => translations.length > 0);
    const shopper = new Shopper(api);
    const items = [{ priceId: chosen?.price.id, quantity: 2 }];
    const { body: checkout } = await shopper.checkout({
      body: JSON.stringify({ items, locale: 'ja' }),
    });
    const sessionId = sessionIdOf(checkout.url);
    await api.sandbox.complete(sessionId);
    const { id } = await untilOrder(api, sessionId, ({ status }) => status === 'paid');
    await untilDone(api, id, ['confirmation_mail', 'merchant_notification']);

    const line = { name: 'お茶 – 500グラム', variant: '500グラム', lang: 'ja' };
    expect((await shopper.confirmation(sessionId)).body.items).toMatchObject([line]);
    expect(merchant.requests.at(-1)?.event.data).toMatchObject({
      lines: [line],
      subscription: null,
    });
  });

  it('says no language where product and variant are in different ones', async () => {
    const { variants } = await find('Tea');
    const shopper = new Shopper(api);
    const items = [{ priceId: variants[0]?.price.id, quantity: 1 }];
    const { body: checkout } = await shopper.checkout({
      body: JSON.stringify({ items, locale: 'ja' }),
    });
    const { body } = await shopper.confirmation(sessionIdOf(checkout.url));
    expect(body.items).toMatchObject([{ name: 'お茶 – 100 g', variant: '100 g', lang: null }]);
  });
});

describe('the texts in the metadata of a product', () => {
  it('are read by language; what names none, or is empty, is left out', () => {
    const metadata = {
      name_de: 'Tasse',
      name_pt_BR: 'Xícara',
      name_: 'x',
      name_x: 'y',
      name_fr: ' ',
    };
    expect(translationsOf({ ...metadata, surname_de: 'z', name: 'w' }, 'name')).toEqual([
      { lang: 'de', text: 'Tasse' },
      { lang: 'pt-BR', text: 'Xícara' },
    ]);
  });

  it.each([
    ['de-AT', 'de'],
    ['de', 'de'],
    ['pt-BR', 'pt-BR'],
    ['pt', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    [null, 'en'],
  ])('are chosen for %s: %s', (wanted, lang) => {
    const others = ['de', 'pt-BR'].map((each) => ({ lang: each, text: each }));
    expect(textFor({ lang: 'en', text: 'own' }, others, wanted).lang).toBe(lang);
  });
});

describe('the id of a price', () => {
  const shop = { url: 'https://shop.example', pictureHosts: [], language: 'en' };
  const product = { id: 'prod_1', active: true, name: 'Tea', images: [], metadata: {} };
  const offered = (id: string) =>
    offersOf(
      { id, product, currency: 'usd', unit_amount: 700, metadata: {} } as unknown as Stripe.Price,
      shop,
    ).length;
  const isTaken = (priceId: string) =>
    checkoutRequestSchema.safeParse({ items: [{ priceId, quantity: 1 }] }).success;

  it.each(['price_1Example', 'plan_Gold1', 'gold-plan.2019', 'G'.repeat(255)])(
    'may be that of a plan, which its merchant has chosen: %s',
    (id) => {
      expect([offered(id), isTaken(id)]).toEqual([1, true]);
    },
  );

  it.each(['gold plan', '../prices', '__proto__', 'a/b', 'a?b', 'é', 'G'.repeat(256)])(
    'is not one that no cart could hold: %s',
    (id) => {
      expect([offered(id), isTaken(id)]).toEqual([0, false]);
    },
  );
});
