import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from '../../../libs/stack/src/apps.ts';
import { embeddedTemplate } from '../../../libs/stack/src/embedded-template.ts';
import { repositoryRoot } from '../../../libs/stack/src/repository-root.ts';
import { databaseUrl, onServer } from './postgres-server.mjs';

/** Makes the templates of both databases before the first spec: no suite migrates a database of its own. */
export default async function makeTemplates() {
  // Without a build only specs that open no database can run, such as `npx nx test api --excludeTaskDependencies -- boundaries`.
  if (!existsSync(join(repositoryRoot, 'dist/apps/api/main.js'))) return;
  await Promise.all([embeddedTemplate(), makePostgresTemplate()]);
}

async function makePostgresTemplate() {
  const name = `order_template_${randomBytes(8).toString('hex')}`;
  try {
    await onServer((client) => client.query(`create database ${name}`));
  } catch {
    // Without PostgreSQL the specs run on the embedded database alone, and say so.
    return;
  }
  process.env['TEST_POSTGRES_TEMPLATE'] = name;
  const api = await startApi({
    API_PORT: '0',
    DATABASE_URL: databaseUrl(name),
    WORKER: 'none',
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    // Nothing listens there; making the database asks Stripe nothing.
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    STRIPE_WEBHOOK_SECRET: 'whsec_ofNoEvent0123456789',
    // The databases that are copied from it make an id of their own.
    DEPLOYMENT_ID: 'template',
    LOG_LEVEL: 'error',
  });
  await api.stop();
}
