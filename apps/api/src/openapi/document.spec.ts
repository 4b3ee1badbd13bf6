import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';
import { AppModule } from '../app.module';
import { loadConfig } from '../config/config';
import { createDocument } from './document';

const contract = join(import.meta.dirname, '../../../../libs/contract');

describe('the committed contract', () => {
  let document: string;
  beforeAll(async () => {
    const config = loadConfig({ STRIPE_WEBHOOK_SECRET: 'whsec_only_for_the_document' });
    const app = await NestFactory.create(AppModule.with(config), { preview: true, logger: false });
    document = `${JSON.stringify(createDocument(app), null, 2)}\n`;
  });

  it('openapi.json is what the controllers say now (npm run contract)', async () => {
    expect(await readFile(join(contract, 'openapi.json'), 'utf8')).toBe(document);
  });

  it('the client types are made from it (npm run contract)', async () => {
    const types = astToString(await openapiTS(document));
    expect(await readFile(join(contract, 'src/generated/api.ts'), 'utf8')).toBe(types);
  });
});
