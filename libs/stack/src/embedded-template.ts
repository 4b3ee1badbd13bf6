import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startApi } from './apps.ts';
import { repositoryRoot } from './repository-root.ts';

/** While one is being made. */
const UNFINISHED = 'making-';

const CACHE = join(repositoryRoot, 'node_modules/.cache/embedded-database');

/**
 * Fills a data folder with an embedded database that the built API has made before: making one takes seconds, copying
 * one none. It is kept until the API is built anew.
 */
export async function fillWithEmbeddedDatabase(dataDir: string): Promise<void> {
  await cp(await (found ??= findTemplate()), dataDir, { recursive: true });
}

/** Of this process: the build stays the same under it. */
let found: Promise<string> | undefined;

async function findTemplate(): Promise<string> {
  const template = join(CACHE, await hashOfBuild());
  if (!existsSync(template)) await makeTemplate(template);
  return template;
}

/** Made aside and moved into place whole: several test processes may want it first. */
async function makeTemplate(template: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  // Those of earlier builds; what another process is making is left alone.
  const earlier = (await readdir(CACHE)).filter((name) => !name.startsWith(UNFINISHED));
  for (const name of earlier) {
    if (join(CACHE, name) !== template)
      await rm(join(CACHE, name), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(CACHE, UNFINISHED));
  const api = await startApi({
    API_PORT: '0',
    DATABASE_URL: '',
    DATA_DIR: folder,
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    // Nothing listens there; making the database asks Stripe nothing.
    STRIPE_API_BASE: 'http://127.0.0.1:9',
    STRIPE_WEBHOOK_SECRET: 'whsec_ofNoEvent0123456789',
    LOG_LEVEL: 'error',
  });
  await api.stop();
  await rename(folder, template).catch(async (error: unknown) => {
    if (!existsSync(template)) throw error;
    await rm(folder, { recursive: true, force: true });
  });
}

async function hashOfBuild(): Promise<string> {
  const build = join(repositoryRoot, 'dist/apps/api');
  const hash = createHash('sha256');
  for (const file of (await readdir(build, { recursive: true })).sort()) {
    if (/\.(js|sql)$/.test(file)) hash.update(file).update(await readFile(join(build, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
