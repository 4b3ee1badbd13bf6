import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../config/schema';
import type { ApiDocument } from './endpoints';
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

  it.each(Object.entries(environmentSchema.shape))('says what %s is for', (_name, schema) => {
    expect(schema.description).toMatch(/^[A-Z].*\.$/);
  });

  it('the README sends there', async () => {
    expect(await read('README.md')).toContain('](docs/operations.md');
  });
});
