/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demoShopFile, writeShopFile } from '@shop/stack';
import { ConfigError, readConfig as read } from './config';

const readConfig = (env: NodeJS.ProcessEnv) => read({ SHOP_CONFIG: demoShopFile, ...env });

describe('the settings of the shop server', () => {
  it('work without any', () => {
    expect(readConfig({})).toMatchObject({
      port: 4200,
      host: '127.0.0.1',
      apiUrls: ['http://127.0.0.1:3000'],
      apiOrigin: '',
      checkoutOrigins: ['https://checkout.stripe.com'],
      shopFile: { name: 'Morrow Goods', demo: true },
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
    expect(read).toThrow(new RegExp(`^${name} .*"${value.replace(/[()?]/g, '\\$&')}"$`));
  });

  it('name every fault at once, those of the shop file among them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-config-'));
    const path = await writeShopFile(folder, { currency: 'zzz' });
    const env = { WEB_PORT: 'x', API_URL: 'y', SHOP_CONFIG: path, SUPPORT_EMAIL: 'a@b.example' };
    expect(() => readConfig(env)).toThrow(
      /WEB_PORT.*\nAPI_URL.*\nSUPPORT_EMAIL: is now `support.email`.*\n.*shop.json: currency: must be a/,
    );
    rmSync(folder, { recursive: true });
  });

  it('take the pictures that the shop file names, and say what is wrong with one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-config-'));
    const path = await writeShopFile(folder, { logo: 'logo.svg' });
    const read = () => readConfig({ SHOP_CONFIG: path });
    expect(read).toThrow(/logo\.svg: there is no such picture$/);
    writeFileSync(join(folder, 'logo.svg'), '<!doctype html>');
    expect(read).toThrow(/logo\.svg: is no image\/svg\+xml$/);
    writeFileSync(join(folder, 'logo.svg'), `<svg>${'x'.repeat(1_000_000)}</svg>`);
    expect(read).toThrow(/logo\.svg: is larger than 1000000 bytes$/);
    writeFileSync(join(folder, 'logo.svg'), '<?xml version="1.0"?><svg/>'.replace('/>', ' />'));
    expect([...read().pictures.keys()]).toEqual(
      expect.arrayContaining(['/logo.svg', '/products/wool-throw.svg']),
    );
    rmSync(folder, { recursive: true });
  });
});
