import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  demoShopFile,
  fillWithEmbeddedDatabase,
  startApi,
  StartError,
  startWorker,
} from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { createTestDatabase, describeOnPostgres } from '../testing/engines';
import { databaseUrl } from '../testing/postgres-server.mjs';
import { runHere } from '../testing/run-here';

let folder: string;
let other: Server;
/** On which another program listens. */
let takenPort: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-failures-'));
  other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  takenPort = String((other.address() as AddressInfo).port);
});
afterEach(async () => {
  other.close();
  await rm(folder, { recursive: true, force: true });
});

const environment = (changes: Record<string, string> = {}) => ({
  API_PORT: '0',
  DATABASE_URL: '',
  DATA_DIR: folder,
  SHOP_CONFIG: demoShopFile,
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
  STRIPE_API_BASE: 'http://127.0.0.1:9',
  LOG_LEVEL: 'silent',
  ...changes,
});

/** What an app says that does not start. */
async function saidBy(starting: Promise<RunningApp>): Promise<string> {
  const error = await starting.catch((failed: unknown) => failed);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).not.toContain('    at ');
  return message;
}

describe('a start that is not possible says in a sentence', () => {
  it('that the port of the API is taken', async () => {
    await fillWithEmbeddedDatabase(folder);
    expect(await saidBy(startApi(environment({ API_PORT: takenPort })))).toContain(
      `Port ${takenPort} is in use. Stop what listens there, or set API_PORT.`,
    );
  }, 60_000);

  it('that API_HOST is no address of this machine', async () => {
    await fillWithEmbeddedDatabase(folder);
    expect(await saidBy(startApi(environment({ API_HOST: '192.0.2.1' })))).toContain(
      'listen at 192.0.2.1 (EADDRNOTAVAIL): set API_HOST',
    );
  }, 60_000);

  it('that DATA_DIR cannot be used, and which folder it is; a command too', async () => {
    await writeFile(join(folder, 'file'), '');
    const env = environment({ DATA_DIR: join(folder, 'file', 'data') });
    const words = `The folder ${env.DATA_DIR} (DATA_DIR) cannot be used (`;
    expect(await saidBy(startApi(env))).toContain(words);
    expect(await runHere('orders', ['review'], env)).toMatchObject({
      code: 1,
      error: expect.stringContaining(words),
    });
  });
});

describeOnPostgres('on PostgreSQL, a start that is not possible says in a sentence', () => {
  const unknownUser = () => {
    const url = new URL(databaseUrl('postgres'));
    url.username = 'somebody_unknown';
    url.password = 'wrong';
    return url.href;
  };

  it.each<[string, () => string, RegExp]>([
    [
      'the database is not there',
      () => databaseUrl('shop_that_is_not_there'),
      /PostgreSQL at DATABASE_URL has no database of the name in it: make one with createdb\./,
    ],
    ['the login is wrong', unknownUser, /PostgreSQL at DATABASE_URL does not (take|know) /],
  ])('that %s; a command too', async (_what, url, words) => {
    const env = environment({ DATABASE_URL: url() });
    expect(await saidBy(startApi(env))).toMatch(words);
    expect(await runHere('orders', ['review'], env)).toMatchObject({
      code: 1,
      error: expect.stringMatching(words),
    });
  });

  it('that the port of a worker’s metrics is taken', async () => {
    const database = await createTestDatabase('postgres');
    const env = environment({
      ...database.env,
      METRICS_TOKEN: 'a-token-for-the-tests',
      WORKER_METRICS_PORT: takenPort,
    });
    try {
      expect(await saidBy(startWorker(env))).toContain(
        `Port ${takenPort} is in use. Stop what listens there, or set WORKER_METRICS_PORT.`,
      );
    } finally {
      await database.drop();
    }
  }, 60_000);
});
