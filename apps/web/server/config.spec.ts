/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config';

describe('the settings of the shop server', () => {
  it('work without any', () => {
    expect(readConfig({})).toMatchObject({
      port: 4200,
      host: '127.0.0.1',
      apiUrls: ['http://127.0.0.1:3000'],
      apiOrigin: '',
      checkoutOrigins: ['https://checkout.stripe.com'],
    });
  });

  it('take several payment origins, the sandbox among them', () => {
    const { checkoutOrigins } = readConfig({
      CHECKOUT_ORIGINS: ' https://pay.example.com  http://localhost:4242/ ',
    });
    expect(checkoutOrigins).toEqual(['https://pay.example.com', 'http://localhost:4242']);
  });

  it('take several replicas of the API', () => {
    const { apiUrls } = readConfig({ API_URL: 'http://127.0.0.1:3001 http://127.0.0.1:3002/' });
    expect(apiUrls).toEqual(['http://127.0.0.1:3001', 'http://127.0.0.1:3002']);
  });

  it('take an API on another origin', () => {
    expect(readConfig({ API_ORIGIN: 'https://api.example.com/' }).apiOrigin).toBe(
      'https://api.example.com',
    );
  });

  it.each([
    ['WEB_PORT', '70000'],
    ['WEB_PORT', '-1'],
    ['WEB_PORT', '80a'],
    ['API_URL', 'localhost:3000'],
    ['API_URL', 'http://127.0.0.1:3000/api'],
    ['API_ORIGIN', 'http://api.example.com'],
    ['API_ORIGIN', 'https://api.example.com/api'],
    ['API_ORIGIN', "https://api.example.com; script-src 'unsafe-inline'"],
    ['CHECKOUT_ORIGINS', 'http://checkout.stripe.com'],
    ['CHECKOUT_ORIGINS', 'https://checkout.stripe.com/c'],
    ['CHECKOUT_ORIGINS', 'javascript:alert(1)'],
  ])('refuse %s=%s in a line that names both', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} .*"${value.replace(/[()]/g, '\\$&')}"$`));
  });

  it('name every fault at once', () => {
    expect(() => readConfig({ WEB_PORT: 'x', API_URL: 'y' })).toThrow(/WEB_PORT.*\nAPI_URL/);
  });
});
