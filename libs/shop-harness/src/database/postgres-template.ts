import { startApi } from '@shop/stack';
import { onCleanUp } from '../cleanup-registry';
import type { PostgresServer } from './postgres-server';

let made: Promise<string> | undefined;

/** The name of a database with every table, which the built API has made for this run. A copy of it is made at once. */
export const postgresTemplate = (server: PostgresServer): Promise<string> =>
  (made ??= makeTemplate(server));

async function makeTemplate(server: PostgresServer): Promise<string> {
  const { url, drop } = await server.createDatabase();
  onCleanUp(drop);
  const api = await startApi({
    API_PORT: '0',
    DATABASE_URL: url,
    WORKER: 'none',
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    // Nothing listens there; making the tables asks Stripe nothing.
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    STRIPE_WEBHOOK_SECRET: 'whsec_ofNoEvent0123456789',
    // The databases that are copied from it make an id of their own.
    DEPLOYMENT_ID: 'template',
    LOG_LEVEL: 'error',
  });
  await api.stop();
  return new URL(url).pathname.slice(1);
}
