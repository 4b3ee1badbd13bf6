import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '@shop/stack';
import { closing } from '../leftovers';
import { SECRET } from './secret';

let template: Promise<string> | undefined;

/** Fills a new folder with an embedded database that the API has made before: making one takes seconds, copying none. */
export async function fillWithEmbeddedDatabase(dataDir: string): Promise<void> {
  await cp(await (template ??= makeTemplate()), dataDir, { recursive: true });
}

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'drill-template-'));
  closing(() => rm(folder, { recursive: true, force: true }));
  const api = await startApi({
    API_PORT: '0',
    DATABASE_URL: '',
    DATA_DIR: folder,
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    // Nothing listens there; making the database asks Stripe nothing.
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    STRIPE_WEBHOOK_SECRET: SECRET,
    LOG_LEVEL: 'error',
  });
  await api.stop();
  return folder;
}
