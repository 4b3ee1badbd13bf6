import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 4242,
      host: '127.0.0.1',
      stateFile: undefined,
      publicUrl: undefined,
      allowedHosts: [],
      webhook: undefined,
      customers: 'customers_v1',
      validateShapes: false,
    });
  });

  it('reads everything, an empty variable as none', () => {
    expect(
      readConfig({
        SANDBOX_PORT: '0',
        SANDBOX_HOST: '::1',
        SANDBOX_STATE_FILE: '.data/state.json',
        SANDBOX_SECRET_KEY: '',
        SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:3000/api/webhooks/stripe',
        SANDBOX_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
        SANDBOX_WEBHOOK_THIN: 'true',
        SANDBOX_PUBLIC_URL: 'http://localhost:4242/',
        SANDBOX_CUSTOMERS: 'accounts_v2',
        SANDBOX_VALIDATE_SHAPES: 'true',
        STRIPE_SECRET_KEY: 'sk_test_123',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      stateFile: '.data/state.json',
      publicUrl: 'http://localhost:4242',
      allowedHosts: [],
      webhook: {
        url: 'http://127.0.0.1:3000/api/webhooks/stripe',
        secret: 'whsec_0123456789abcdef',
        thinEvents: true,
      },
      customers: 'accounts_v2',
      validateShapes: true,
    });
  });

  it.each(['SANDBOX_SECRET_KEY', 'STRIPE_SECRET_KEY'])('refuses a live key in %s', (name) => {
    const key = 'sk_live_0123456789';
    expect(() => readConfig({ [name]: key })).toThrow(`${name} is a live key.`);
    expect(() => readConfig({ [name]: key })).not.toThrow(key);
  });

  it('names every fault at once', () => {
    const read = () =>
      readConfig({
        SANDBOX_PORT: 'tea',
        SANDBOX_CUSTOMERS: 'both',
        SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:3000',
      });
    for (const name of ['SANDBOX_PORT', 'SANDBOX_CUSTOMERS', 'SANDBOX_WEBHOOK_URL']) {
      expect(read).toThrow(name);
    }
  });
});
