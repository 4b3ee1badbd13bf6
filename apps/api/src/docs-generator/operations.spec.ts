import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { environmentSchema } from '../config/schema';
import type { ApiDocument } from './endpoints';
import { shopSchema } from './shop-schema';
import { operationsTables, withTables } from './tables';
import { envExample } from './variables';

const read = (file: string) => readFile(join(import.meta.dirname, '../../../..', file), 'utf8');

describe('what is written down for those who run it', () => {
  it('docs/operations.md has the tables of the code (npm run docs)', async () => {
    const text = await read('docs/operations.md');
    const contract = JSON.parse(await read('libs/contract/openapi.json')) as ApiDocument;
    expect(text).toBe(withTables(text, operationsTables(contract)));
  });

  it('.env.example has every variable, and sets none (npm run docs)', async () => {
    const text = await read('.env.example');
    expect(text).toBe(envExample());
    for (const name of [...Object.keys(environmentSchema.shape), 'WEB_PORT', 'SANDBOX_PORT']) {
      expect(text).toContain(`\n#${name}=`);
    }
    expect(text).not.toMatch(/^[^#\n]/m);
  });

  it('docs/shop.schema.json is the schema of the shop file (npm run docs)', async () => {
    const text = await read('docs/shop.schema.json');
    expect(text).toBe(shopSchema());
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const isShopFile = ajv.compile(JSON.parse(text) as object);
    for (const file of ['shop.json', 'examples/lindner/shop.json']) {
      const shop = JSON.parse(await read(file)) as object;
      isShopFile(shop);
      expect([file, isShopFile.errors ?? []]).toEqual([file, []]);
      expect(shop).toHaveProperty('$schema', expect.stringMatching(/docs\/shop\.schema\.json$/));
      expect(isShopFile({ ...shop, currency: 'dollars' })).toBe(false);
    }
  });

  it.each(Object.entries(environmentSchema.shape))('says what %s is for', (_name, schema) => {
    expect(schema.description).toMatch(/^[A-Z].*\.$/);
  });

  it('the README sends there', async () => {
    expect(await read('README.md')).toContain('](docs/operations.md');
  });
});
