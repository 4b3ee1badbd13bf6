import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  demoShopFile,
  fillWithEmbeddedDatabase,
  freePort,
  seedCatalogue,
  writeShopFile,
  type ShopChanges,
} from '@shop/stack';
import type Stripe from 'stripe';
import { loadConfig } from '../src/config/config';
import { beginJobs, createApp } from '../src/create-app';
import { Database } from '../src/database/database';
import { createTestDatabase } from './engines';
import type { Sandbox } from './sandbox';
import { returnSandbox, takeSandbox } from './sandbox-pool';
import { stripeOf } from './stripe-of';

export const WEB_URL = 'http://localhost:4200';
export const WEBHOOK_SECRET = 'whsec_for_the_tests_0123456789';

export interface TestApi {
  app: NestExpressApplication;
  url: string;
  database: Database;
  stripe: Stripe;
  sandbox: Sandbox;
  /** Its variables, for other processes on the same data. */
  env: Record<string, string>;
  /** E-mails written so far. */
  mails: () => Promise<string[]>;
  stop: () => Promise<void>;
}

export interface TestApiOptions {
  /** More variables of the API. */
  api?: Record<string, string>;
  /** What is otherwise than in the demo's shop file. It can name prices that are made first. */
  shop?: ShopChanges | ((stripe: Stripe) => Promise<ShopChanges>);
  /** Faults of the sandbox that are there when the API starts. */
  faults?: Record<string, unknown>;
  /** Starts what stands between the API and the sandbox. */
  between?: (sandboxUrl: string) => Promise<{ url: string; close: () => void }>;
}

/**
 * Starts the API as main.ts does: on a free port, on its own database, and against a sandbox that no other suite uses at
 * the same time. When a later step fails, everything that was opened before is closed.
 */
export async function startTestApi(
  engine: 'embedded' | 'postgres',
  env: TestApiOptions = {},
): Promise<TestApi> {
  const closers: Closer[] = [];
  const stop = async () => {
    for (const close of closers.reverse()) await close();
  };
  try {
    return { ...(await open(closers, engine, env)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Closer = () => Promise<unknown>;

async function open(
  closers: Closer[],
  engine: 'embedded' | 'postgres',
  env: TestApiOptions,
): Promise<Omit<TestApi, 'stop'>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'order-api-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  if (engine === 'embedded') await fillWithEmbeddedDatabase(dataDir);
  const port = await freePort();
  const testDatabase = await createTestDatabase(engine);
  closers.push(testDatabase.drop);
  const sandbox = await takeSandbox();
  closers.push(() => Promise.resolve(returnSandbox(sandbox)));
  const stripe = stripeOf(sandbox);
  await seedCatalogue(stripe, WEB_URL);
  const webhookUrl = `http://127.0.0.1:${port}/api/webhooks/stripe`;
  await registerWebhook(stripe, sandbox, webhookUrl);
  if (env.faults) await sandbox.faults(env.faults);
  const between = await env.between?.(sandbox.url);
  closers.push(() => Promise.resolve(between?.close()));
  const changes = typeof env.shop === 'function' ? await env.shop(stripe) : env.shop;
  const variables = {
    API_PORT: String(port),
    WEB_URL,
    SHOP_CONFIG: changes ? await writeShopFile(dataDir, changes) : demoShopFile,
    DATA_DIR: dataDir,
    STRIPE_API_BASE: between?.url ?? sandbox.url,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_WEBHOOK_URL: webhookUrl,
    LOG_LEVEL: 'silent',
    // The sandbox has no limit; a first sweep reads a month of lists.
    STRIPE_READS_A_SECOND: '1000',
    ...testDatabase.env,
    ...env.api,
  };
  const config = loadConfig(variables);
  const app = await createApp(config);
  closers.push(() => app.close());
  await app.listen(port, '127.0.0.1');
  await beginJobs(app);
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    database: app.get(Database),
    stripe,
    sandbox,
    env: variables,
    mails: () => readMails(config.mail.dir),
  };
}

/** Sends every event of the sandbox to this API, signed with the secret that the specs know. */
async function registerWebhook(stripe: Stripe, sandbox: Sandbox, url: string): Promise<void> {
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] });
  await sandbox.call('POST', `endpoints/${id}/roll-secret`, {
    secret: WEBHOOK_SECRET,
    overlapMs: 0,
  });
}

async function readMails(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  const written = files.filter((file) => file.endsWith('.eml'));
  return Promise.all(written.map((file) => readFile(join(folder, file), 'utf8')));
}
