import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startApi } from './apps.ts';
import { repositoryRoot } from './repository-root.ts';

/** Prefix of a folder in which a template is being made. */
const UNFINISHED = 'making-';

const CACHE = join(repositoryRoot, 'node_modules/.cache/embedded-database');

/**
 * Fills a data folder with a copy of an embedded database that the built API made before. Making one takes seconds,
 * copying one takes milliseconds. The template is kept until the API is built anew.
 */
export async function fillWithEmbeddedDatabase(dataDir: string): Promise<void> {
  await cp(await embeddedTemplate(), dataDir, { recursive: true });
}

/** The folder of the template; it is made when this build has none yet. */
export const embeddedTemplate = (): Promise<string> => (found ??= findTemplate());

/** Kept for this process, because the build does not change while it runs. */
let found: Promise<string> | undefined;

async function findTemplate(): Promise<string> {
  const template = join(CACHE, await hashOfBuild());
  if (!existsSync(template)) await makeTemplate(template);
  return template;
}

/** Made in a folder of its own and renamed when complete, because several test processes may need it first. */
async function makeTemplate(template: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  // Templates of earlier builds go; a template that another process is making stays.
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
    // The databases that are copied from it make an id of their own.
    DEPLOYMENT_ID: 'template',
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
