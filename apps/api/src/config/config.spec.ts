import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readShopFile } from '@shop/shop-file/read-shop-file';
import { demoShopFile, writeShopFile } from '@shop/stack';
import type { ShopChanges } from '@shop/stack';
import { ConfigError, loadConfig } from './config';

const secret = 'whsec_0123456789abcdef';
const least = { STRIPE_WEBHOOK_SECRET: secret };
/** Not the demo, which no live key sells in. */
const folder = await mkdtemp(join(tmpdir(), 'config-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const shopLike = async (changes: ShopChanges) =>
  writeShopFile(await mkdtemp(join(folder, 'shop-')), changes);
const ownShop = {
  demo: false,
  name: 'Kōbō',
  seller: { legalName: 'Kōbō K.K.' },
  mail: { from: 'Kōbō <post@kobo.shop>' },
};
const { name: demoName, seller: demoSeller } = readShopFile(demoShopFile);
const live = {
  ...least,
  STRIPE_SECRET_KEY: 'sk_live_abc',
  WEB_URL: 'https://shop.example',
  DATABASE_URL: 'postgres://db.example/shop',
  SMTP_URL: 'smtp://mail.example',
  TRUST_PROXY: '1',
  SHOP_CONFIG: await shopLike(ownShop),
};

describe('the configuration', () => {
  it('has a default for everything but the webhook secret', () => {
    const config = loadConfig(least);
    expect(config.http).toEqual({
      port: 3000,
      host: '127.0.0.1',
      trustProxy: undefined,
      proxyIsKnown: false,
    });
    expect(config.shop).toMatchObject({ url: 'http://localhost:4200', currency: 'usd' });
    expect(config.database.url).toBeUndefined();
  });

  it('treats a blank variable as unset', () => {
    expect(loadConfig({ ...least, DATABASE_URL: '', SMTP_URL: '', API_PORT: '' }).http.port).toBe(
      3000,
    );
  });

  it('takes several webhook secrets', () => {
    const config = loadConfig({ STRIPE_WEBHOOK_SECRET: `${secret}, ${secret}2` });
    expect(config.stripe.webhookSecrets).toEqual([secret, `${secret}2`]);
  });

  describe('of the shop file', () => {
    const shop = async (changes: ShopChanges) => ({
      ...least,
      SHOP_CONFIG: await shopLike(changes),
    });

    it('is the demo shop, unless SHOP_CONFIG names another', async () => {
      expect(loadConfig(least).shopFile).toEqual(readShopFile(demoShopFile));
      const config = loadConfig(
        await shop({
          name: 'Kōbō',
          currency: 'jpy',
          mail: { from: 'post@kobo.example' },
          orderAdoption: 'on',
          checkout: {
            shipping: { countries: ['US', 'DE'] },
            promotionCodes: true,
            customers: 'if_required',
            expiresMinutes: 90,
          },
        }),
      );
      expect(config.shop).toMatchObject({ name: 'Kōbō', currency: 'jpy' });
      expect(config.mail.from).toBe('post@kobo.example');
      expect(config.adoption.isOn).toBe(true);
      expect(config.shopFile.checkout).toMatchObject({
        shipping: { countries: ['US', 'DE'] },
        promotionCodes: true,
        customers: 'if_required',
      });
      expect(config.stripe.expiresMinutes).toBe(90);
      expect(loadConfig(least).shopFile.checkout.shipping).toBeUndefined();
    });

    it('lists its faults with their paths, beside those of the environment', async () => {
      const env = await shop({
        currency: 'zzz',
        checkout: { shipping: { countries: ['US', 'UK', 'Germany', 'CU'] } },
      });
      const path = env.SHOP_CONFIG;
      expect(messageOf({ ...env, API_PORT: '99999' }).split('\n')).toEqual([
        'The configuration is not usable:',
        expect.stringMatching(/^ {2}- API_PORT: /),
        `  - ${path}: currency: must be a currency Stripe presents, such as usd or jpy`,
        `  - ${path}: checkout.shipping.countries.1: UK is not a country that Stripe ships to; did you mean GB?`,
        `  - ${path}: checkout.shipping.countries.2: must be a two-letter country code, such as DE`,
        `  - ${path}: checkout.shipping.countries.3: CU is not a country that Stripe ships to`,
      ]);
    });

    it('says that there is none', () => {
      expect(messageOf({ ...least, SHOP_CONFIG: 'nowhere/shop.json' })).toBe(
        'The configuration is not usable:\n  - nowhere/shop.json: there is no such file; SHOP_CONFIG says where the shop file is',
      );
    });

    it('says where a variable has gone that it replaces, and takes a blank one for none', () => {
      const replaced = { SHOP_NAME: 'A', CHECKOUT_SHIPPING_COUNTRIES: 'DE', SUPPORT_URL: 'x' };
      expect(messageOf({ ...least, ...replaced, MAIL_FROM: '' })).toBe(
        [
          'The configuration is not usable:',
          'SHOP_NAME: is now `name` in shop.json',
          'CHECKOUT_SHIPPING_COUNTRIES: is now `checkout.shipping.countries` in shop.json',
          'SUPPORT_URL: is now `support.url` in shop.json',
        ].join('\n  - '),
      );
    });
  });

  it('lists every fault in one message and repeats no value', () => {
    const env = {
      API_PORT: '99999',
      WEB_URL: 'https://shop.example/path',
      STRIPE_SECRET_KEY: 'pk_test_leak',
      STRIPE_WEBHOOK_SECRET: 'hunter2',
      DATABASE_URL: 'mysql://root:leak@db',
      TRUST_PROXY: 'true',
    };
    const message = messageOf(env);
    for (const name of Object.keys(env)) expect(message).toContain(`${name}: `);
    expect(message).not.toMatch(/leak|hunter2/);
  });

  it('finds what does not fit together along with what is malformed, and names a variable once', () => {
    const message = messageOf({
      ...live,
      API_PORT: 'x',
      WEB_URL: 'http://shop.example',
      DATABASE_URL: 'mysql://db',
      FULFILLMENT_WEBHOOK_URL: 'http://erp.example',
      WORKER: 'none',
      WORKER_METRICS_PORT: '9100',
    });
    for (const name of [
      'API_PORT',
      'WEB_URL',
      'DATABASE_URL',
      'FULFILLMENT_WEBHOOK_SECRET',
      'METRICS_TOKEN',
    ]) {
      expect(message.split(`- ${name}: `)).toHaveLength(2);
    }
  });

  it('tells nobody what is in it', () => {
    const config = loadConfig({ ...least, STRIPE_SECRET_KEY: 'sk_test_leak' });
    expect(JSON.stringify({ config })).not.toMatch(/leak|whsec/);
    expect(inspect({ config }, { depth: 9 })).not.toMatch(/leak|whsec/);
  });

  it.each([undefined, '', 'whsec_short', 'undefined', `${secret},nope`])(
    'refuses to start with the webhook secret %p',
    (value) => {
      expect(messageOf({ STRIPE_WEBHOOK_SECRET: value })).toContain('STRIPE_WEBHOOK_SECRET: ');
    },
  );

  it.each([
    ['1', 1],
    ['0', 0],
    ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
    ['::1', '::1'],
  ])('trusts proxies by number or by address: %s', (value, trusted) => {
    const config = loadConfig({ STRIPE_WEBHOOK_SECRET: secret, TRUST_PROXY: value });
    expect(config.http.trustProxy).toBe(trusted);
  });

  it.each(['true', 'false', '-1', 'proxy.internal', '10.0.0.0/33', '1, nonsense'])(
    'does not trust %s',
    (value) => {
      expect(messageOf({ STRIPE_WEBHOOK_SECRET: secret, TRUST_PROXY: value })).toContain(
        'TRUST_PROXY: ',
      );
    },
  );

  it.each([
    ['no mail server', { SMTP_URL: '' }, {}, /^SMTP_URL: is required with a live key/],
    [
      'no answer about proxies',
      { TRUST_PROXY: '' },
      {},
      /^TRUST_PROXY: is required with a live key/,
    ],
    [
      'events that the Stripe CLI forwards',
      { STRIPE_WEBHOOK_URL: 'listen' },
      {},
      /^STRIPE_WEBHOOK_URL: listen is for trying things out/,
    ],
    ['the demo', {}, { demo: true }, /shop\.json: demo: must be false with a live key$/],
    [
      'the demo, whatever else is allowed',
      { ALLOW_INSECURE: 'true' },
      { demo: true },
      /shop\.json: demo: must be false with a live key$/,
    ],
    ["the demo's name", {}, { name: demoName }, /shop\.json: name: is the demo's/],
    [
      "the demo's name in other letters",
      {},
      { name: demoName.toUpperCase() },
      /shop\.json: name: is the demo's/,
    ],
    [
      "the demo's seller",
      {},
      { seller: { legalName: demoSeller.legalName } },
      /shop\.json: seller\.legalName: is the demo's/,
    ],
    [
      'a sender that is an example',
      {},
      { mail: { from: 'Kōbō <post@shop.example>' } },
      /shop\.json: mail\.from: is an example/,
    ],
    [
      'one of example.com',
      {},
      { mail: { from: 'orders@example.com' } },
      /shop\.json: mail\.from: is an example/,
    ],
  ])('refuses a live key with %s, in one line', async (_what, env, changes, line) => {
    const SHOP_CONFIG = await shopLike({ ...ownShop, ...changes });
    const [, fault = '', ...others] = messageOf({ ...live, SHOP_CONFIG, ...env }).split('\n  - ');
    expect([fault, others]).toEqual([expect.stringMatching(line), []]);
  });

  it('takes a live key with https and PostgreSQL only, and never with a sandbox', () => {
    expect(loadConfig(live).stripe.livemode).toBe(true);
    expect(messageOf({ ...live, WEB_URL: 'http://shop.example' })).toContain('WEB_URL: ');
    expect(messageOf({ ...live, DATABASE_URL: '' })).toContain('DATABASE_URL: ');
    expect(
      messageOf({ ...live, STRIPE_API_BASE: 'http://127.0.0.1:4242', ALLOW_INSECURE: 'true' }),
    ).toContain('STRIPE_API_BASE: ');
  });

  it('knows where Stripe sends its events, unless the Stripe CLI forwards them', () => {
    const env = { ...least, WEB_URL: 'https://shop.example' };
    const urlOf = (value?: string) =>
      loadConfig({ ...env, ...(value !== undefined && { STRIPE_WEBHOOK_URL: value }) }).stripe
        .webhookUrl;
    expect(urlOf()).toBe('https://shop.example/api/webhooks/stripe');
    expect(urlOf('')).toBe('https://shop.example/api/webhooks/stripe');
    expect(urlOf('https://hooks.example/stripe')).toBe('https://hooks.example/stripe');
    expect(urlOf('listen')).toBeUndefined();
    for (const value of ['hooks.example', 'ftp://hooks.example', 'Listen']) {
      expect(messageOf({ ...env, STRIPE_WEBHOOK_URL: value })).toContain(
        'STRIPE_WEBHOOK_URL: must',
      );
    }
    expect(messageOf({ ...live, STRIPE_WEBHOOK_URL: 'http://hooks.example' })).toContain(
      'STRIPE_WEBHOOK_URL: must be https',
    );
  });

  it('lets the tables be changed by a start and by a restore, and jobs be run by a start alone', () => {
    const env = { ...least, DATABASE_URL: 'postgres://db.example/shop' };
    const roles = ['api', 'worker', 'command', 'restore'] as const;
    const found = roles.map((role) => {
      const { database, worker } = loadConfig(env, role);
      return [role, database.migrates, worker.runsHere];
    });
    expect(found).toEqual([
      ['api', true, true],
      ['worker', true, true],
      ['command', false, false],
      ['restore', true, false],
    ]);
  });

  it('starts in the mode that STRIPE_MODE says, or not at all', () => {
    const sandbox = { ...least, STRIPE_API_BASE: 'http://127.0.0.1:4242' };
    const test = { ...least, STRIPE_SECRET_KEY: 'sk_test_abc' };
    for (const [mode, env] of Object.entries({ sandbox, test, live })) {
      expect(loadConfig({ ...env, STRIPE_MODE: mode }).stripe.mode).toBe(mode);
    }
    expect(messageOf({ ...test, STRIPE_MODE: 'live' })).toContain('STRIPE_MODE: ');
    expect(messageOf({ ...sandbox, STRIPE_MODE: 'live' })).toContain('STRIPE_MODE: ');
    expect(messageOf({ ...live, STRIPE_MODE: 'test' })).toContain('STRIPE_MODE: ');
  });

  it('sends traces where the standard variables say, and nowhere without them', () => {
    expect(loadConfig(least).traces).toBeUndefined();
    const otlp = { ...least, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
    expect(loadConfig(otlp).traces).toEqual({
      url: 'http://collector:4318/v1/traces',
      headers: {},
      service: 'order-confirmation',
    });
    const other = {
      ...otlp,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in',
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b,x=1',
      OTEL_SERVICE_NAME: 'shop',
    };
    expect(loadConfig(other).traces).toEqual({
      url: 'https://traces.example/in',
      headers: { 'api-key': 'a b', x: '1' },
      service: 'shop',
    });
    expect(loadConfig({ ...other, OTEL_SDK_DISABLED: 'true' }).traces).toBeUndefined();
  });
});

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}
