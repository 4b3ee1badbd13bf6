import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config';

const secret = 'whsec_0123456789abcdef';
const least = { STRIPE_WEBHOOK_SECRET: secret };
const live = {
  ...least,
  STRIPE_SECRET_KEY: 'sk_live_abc',
  WEB_URL: 'https://shop.example',
  DATABASE_URL: 'postgres://db.example/shop',
};

describe('the configuration', () => {
  it('has a default for everything but the webhook secret', () => {
    const config = loadConfig(least);
    expect(config.http).toEqual({ port: 3000, host: '127.0.0.1', trustProxy: undefined });
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

  it('takes the countries the shop ships to, and asks for no address without them', () => {
    const config = loadConfig({ ...least, CHECKOUT_SHIPPING_COUNTRIES: 'us, DE' });
    expect(config.stripe.shippingCountries).toEqual(['US', 'DE']);
    expect(loadConfig(least).stripe.shippingCountries).toBeUndefined();
    expect(messageOf({ ...least, CHECKOUT_SHIPPING_COUNTRIES: 'Germany' })).toContain(
      'CHECKOUT_SHIPPING_COUNTRIES',
    );
  });

  it('lists every fault in one message and repeats no value', () => {
    const env = {
      API_PORT: '99999',
      WEB_URL: 'https://shop.example/path',
      SHOP_CURRENCY: 'zzz',
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
