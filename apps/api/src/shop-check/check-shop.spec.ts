import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { writeShopFile } from '@shop/stack';
import type { ShopChanges } from '@shop/stack';
import { startChangedStripe } from '../../testing/changed-stripe';
import type { ChangedStripe } from '../../testing/changed-stripe';
import { describeOnPostgres } from '../../testing/engines';
import { openMailServer } from '../../testing/mail-server';
import type { MailServer } from '../../testing/mail-server';
import { databaseUrl, onServer } from '../../testing/postgres-server.mjs';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { checkShop } from './check-shop';

const OTHER_SECRET = 'whsec_of_another_endpoint_0123';
const STAFF = 'boss@kobo.shop';

/** Holds at Stripe, in the mail server and in the database whatever a shop file may say. */
describeOnPostgres('npm run shop:check', () => {
  let api: TestApi;
  let stripe: ChangedStripe;
  let mail: MailServer;
  let folder: string;

  beforeAll(async () => {
    api = await startTestApi('postgres');
    stripe = await startChangedStripe(api.sandbox.url);
    mail = await openMailServer();
    folder = await mkdtemp(join(tmpdir(), 'shop-check-'));
  }, 60_000);
  beforeEach(async () => {
    await api.sandbox.reset();
    stripe.refusesKeys = false;
    stripe.refusal = undefined;
    mail.answer = '250 OK';
    mail.answerTo.clear();
    mail.mails.length = 0;
  });
  afterAll(async () => {
    stripe?.close();
    await mail?.close();
    await api?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const shopFile = async (changes: ShopChanges) =>
    writeShopFile(await mkdtemp(join(folder, 'shop-')), {
      mail: { from: 'Kōbō <post@kobo.shop>', staff: [STAFF] },
      ...changes,
    });
  const look = async (changes: ShopChanges = {}, env: Record<string, string> = {}) =>
    checkShop('staff', {
      ...api.env,
      STRIPE_API_BASE: stripe.url,
      SMTP_URL: mail.url,
      SHOP_CONFIG: await shopFile(changes),
      ...env,
    });
  const findings = async (changes?: ShopChanges, env?: Record<string, string>) =>
    (await look(changes, env)).flatMap((check) => check.findings);
  const sell = (params: { currency?: string; active?: boolean; metadata?: object }) =>
    api.stripe.products
      .create({
        name: 'A thing of its own',
        metadata: { ...params.metadata },
        default_price_data: { currency: params.currency ?? 'usd', unit_amount: 900 },
      })
      .then(({ id, default_price: price }) => ({ id, price: price as string }));

  it('ticks everything off, sends one e-mail, and leaves nothing that can be paid', async () => {
    const checks = await look({
      checkout: {
        shipping: { countries: ['DE', 'AT'], rates: [{ name: 'Parcel', amountMinor: 490 }] },
        tax: 'exclusive',
        terms: true,
        optionalItems: [],
      },
      legal: { terms: 'https://kobo.shop/terms' },
    });
    expect(checks.map(({ name, status }) => [name, status])).toEqual(
      [
        'environment',
        'shop file',
        'key',
        'permissions',
        'clock',
        'endpoint',
        'address',
        'deliveries',
        'products',
        'shipping',
        'tax',
        'checkout',
        'mail',
        'database',
      ].map((name) => [name, 'ok']),
    );
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]).toMatch(/^To: boss@kobo\.shop$/m);
    const { data } = await api.stripe.checkout.sessions.list();
    expect(data.map(({ status }) => status)).toEqual(['expired']);
    const { rows } = await api.database.queries.execute('select count(*)::int from orders');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('names every fault of the shop file and of the environment, and looks no further', async () => {
    const checks = await look(
      {
        checkout: {
          shipping: { countries: ['UK'], rates: [{ name: 'Parcel', amountMinor: -1 }] },
        },
        colour: 'green',
      },
      { API_PORT: 'x' },
    );
    const [environment, file, rest] = checks;
    expect(environment?.findings.map(({ words }) => words)).toEqual([
      expect.stringMatching(/^API_PORT: /),
    ]);
    expect(file?.findings.map(({ code, words }) => [code, words.replace(/^\S+: /, '')])).toEqual(
      [
        'checkout.shipping.countries.0: UK is not a country that Stripe ships to; did you mean GB?.',
        expect.stringMatching(/^checkout\.shipping\.rates\.0\.amountMinor: .*>=0/),
        expect.stringContaining('"colour"'),
      ].map((words) => ['shop_file_wrong', words]),
    );
    expect([checks.length, rest?.status]).toEqual([3, 'unknown']);
    expect(mail.mails).toEqual([]);
  });

  /** Each shop has one fault: its changes, what is planted elsewhere, and the one sentence that names the cause. */
  const broken: [
    what: string,
    code: string,
    words: RegExp,
    plant: () => Promise<{ shop?: ShopChanges; env?: Record<string, string> }>,
  ][] = [
    [
      'sells in a currency that no price has',
      'nothing_for_sale',
      /^Nothing is for sale: .* price in chf, the `currency` of the shop file/,
      () => Promise.resolve({ shop: { currency: 'chf' } }),
    ],
    [
      'has a product whose stock is no number',
      'stock_wrong',
      /^"A thing of its own" is not for sale: its metadata\.stock is "1,000"/,
      async () => {
        const { id } = await sell({ metadata: { stock: '1,000' } });
        undo.push(() => api.stripe.products.update(id, { active: false }));
        return {};
      },
    ],
    [
      'offers a price of another account',
      'optional_item_wrong',
      /^checkout\.optionalItems\.0: price_elsewhere is not a price of this account/,
      () => Promise.resolve({ shop: { checkout: { optionalItems: ['price_elsewhere'] } } }),
    ],
    [
      'offers a price that is archived',
      'optional_item_wrong',
      /^checkout\.optionalItems\.0: price_\w+ is of a product that is archived/,
      async () => {
        const { id, price } = await sell({});
        await api.stripe.products.update(id, { active: false });
        return { shop: { checkout: { optionalItems: [price] } } };
      },
    ],
    [
      'offers a price in another currency',
      'optional_item_wrong',
      /^checkout\.optionalItems\.0: price_\w+ is in eur, and the shop sells in usd/,
      async () => {
        const { price } = await sell({ currency: 'eur' });
        return { shop: { checkout: { optionalItems: [price] } } };
      },
    ],
    [
      'has two shipping rates of one name',
      'shipping_rate_twice',
      /^checkout\.shipping\.rates\.1: has the name of rates\.0, "Parcel"/,
      () => {
        const rates = [490, 990].map((amountMinor) => ({ name: 'Parcel', amountMinor }));
        return Promise.resolve({ shop: { checkout: { shipping: { countries: ['DE'], rates } } } });
      },
    ],
    [
      'wants tax, and has not set up Stripe Tax',
      'tax_inactive',
      /^checkout\.tax is exclusive, and Stripe Tax is not set up \(missing: head_office\)/,
      async () => {
        await api.sandbox.settings({ taxIsActive: false });
        return { shop: { checkout: { tax: 'exclusive' } } };
      },
    ],
    [
      'says that tax is in prices, and the prices say otherwise',
      'tax_behavior_other',
      /^checkout\.tax is inclusive, and \d+ of the prices say otherwise \(price_/,
      () => Promise.resolve({ shop: { checkout: { tax: 'inclusive' } } }),
    ],
    [
      'has a key that may not read the settings of tax',
      'permission_missing',
      /^The key may not read the settings of Stripe Tax.*rak_tax_setting_read/,
      async () => {
        await api.sandbox.faults({ missingPermissions: ['rak_tax_setting_read'] });
        return { shop: { checkout: { tax: 'exclusive' } } };
      },
    ],
    [
      'asks for consent to terms that the account does not have',
      'terms_url_missing',
      /^checkout\.terms asks for consent.*Stripe Dashboard/,
      async () => {
        await api.sandbox.settings({ hasTermsUrl: false });
        const legal = { terms: 'https://kobo.shop/terms' };
        return { shop: { checkout: { terms: true }, legal } };
      },
    ],
    [
      'asks of Stripe what it refuses',
      'checkout_refused',
      /^Stripe refuses a checkout with these settings \(custom_fields\[0\]\): Not so\.$/,
      () => {
        stripe.refusal = { param: 'custom_fields[0]' };
        return Promise.resolve({});
      },
    ],
    [
      'has a key that is revoked',
      'key_invalid',
      /^Stripe does not take the key/,
      () => {
        stripe.refusesKeys = true;
        return Promise.resolve({});
      },
    ],
    [
      'gets events that another secret has signed, before the first order',
      'wrong_secret',
      /^Stripe could not deliver its last event \(checkout\.session\.expired.*not the signing secret/,
      async () => {
        await rollSecret(OTHER_SECRET);
        undo.push(() => rollSecret(api.env['STRIPE_WEBHOOK_SECRET'] ?? ''));
        return {};
      },
    ],
    [
      'has a mail server that refuses its sender or recipient',
      'mail_refused',
      /^The mail server refuses the test e-mail \(550\).*post@kobo\.shop/,
      () => {
        mail.answer = '550 no such user';
        return Promise.resolve({});
      },
    ],
    [
      'has one address of staff that is refused',
      'mail_refused',
      /^The mail server refuses recipient 2 of the test e-mail \(550\)/,
      () => {
        mail.answerTo.set('nobody@kobo.shop', '550 no such user');
        const staff = [STAFF, 'nobody@kobo.shop'];
        return Promise.resolve({ shop: { mail: { from: 'post@kobo.shop', staff } } });
      },
    ],
    [
      'has one address of staff that is put off',
      'mail_refused',
      /^The mail server puts off recipient 2 of the test e-mail \(451\).*try again/,
      () => {
        mail.answerTo.set('late@kobo.shop', '451 greylisted');
        const staff = [STAFF, 'late@kobo.shop'];
        return Promise.resolve({ shop: { mail: { from: 'post@kobo.shop', staff } } });
      },
    ],
    [
      'has nobody who is told of orders',
      'mail_untested',
      /^There is nobody to send a test e-mail to.*mail\.staff/,
      () => Promise.resolve({ shop: { mail: { from: 'post@kobo.shop', staff: [] } } }),
    ],
    [
      'names a database that is not there',
      'database_refuses',
      /^PostgreSQL at DATABASE_URL has no database of the name in it/,
      () => Promise.resolve({ env: { DATABASE_URL: databaseUrl('shop_that_is_not_there') } }),
    ],
    [
      'has a database without its tables',
      'database_not_migrated',
      /^The tables of the database are not those of this build.*Start the API/,
      async () => {
        const name = `shop_check_${Date.now()}`;
        await onServer((client) => client.query(`create database ${name}`));
        undo.push(() => onServer((client) => client.query(`drop database ${name} with (force)`)));
        return { env: { DATABASE_URL: databaseUrl(name) } };
      },
    ],
  ];
  const undo: (() => Promise<unknown>)[] = [];
  const rollSecret = async (secret: string) => {
    const { data } = await api.stripe.webhookEndpoints.list();
    const id = data[0]?.id ?? '';
    await api.sandbox.call('POST', `endpoints/${id}/roll-secret`, { secret, overlapMs: 0 });
  };

  it.each(broken)(
    'finds that a shop %s, and nothing else',
    async (_what, code, words, plant) => {
      try {
        const { shop, env } = await plant();
        const asked = Date.now();
        const found = await findings(shop, env);
        expect(found).toEqual([{ code, words: expect.stringMatching(words) }]);
        expect(Date.now() - asked).toBeLessThan(15_000);
      } finally {
        for (const step of undo.splice(0)) await step();
      }
    },
    20_000,
  );

  it('ends in time when Stripe hangs, and says so', async () => {
    await api.sandbox.faults({ hang: true });
    const asked = Date.now();
    expect((await findings()).map(({ code }) => code)).toEqual([
      'stripe_unreachable',
      'stripe_unreachable',
    ]);
    expect(Date.now() - asked).toBeLessThan(15_000);
  }, 20_000);

  it('names products that have no price the shop can show, without a cross', async () => {
    const { id } = await sell({ currency: 'eur' });
    await api.stripe.prices.create({
      product: id,
      currency: 'usd',
      unit_amount: 500,
      transform_quantity: { divide_by: 10, round: 'up' },
    });
    const products = (await look()).find(({ name }) => name === 'products');
    await api.stripe.products.update(id, { active: false });
    expect(products).toMatchObject({
      status: 'ok',
      words: expect.stringContaining('so not for sale: "A thing of its own"'),
    });
  });

  it('looks at the tax of no price whose product is archived', async () => {
    const { id } = await api.stripe.products.create({
      name: 'No longer made',
      default_price_data: { currency: 'usd', unit_amount: 900, tax_behavior: 'inclusive' },
    });
    await api.stripe.products.update(id, { active: false });
    const tax = (await look({ checkout: { tax: 'exclusive' } })).find(({ name }) => name === 'tax');
    expect(tax).toMatchObject({ status: 'ok', findings: [] });
  });
});
