import { chmod, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startApi, startSandbox } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { keepDataPrivate } from './keep-data-private';

/** Paths in the folder, itself included, on which other users have rights, each with its mode. */
async function openToOthers(folder: string): Promise<string[]> {
  const paths = ['', ...(await readdir(folder, { recursive: true }))];
  const modes = await Promise.all(
    paths.map(async (path) => {
      const stat = await lstat(join(folder, path)).catch(() => undefined);
      const isOpen = stat !== undefined && (stat.mode & 0o077) !== 0;
      return isOpen ? [`${path} ${(stat.mode & 0o7777).toString(8)}`] : [];
    }),
  );
  return modes.flat();
}

describe('the data folder', () => {
  let parent: string;
  let dataDir: string;
  const apps: RunningApp[] = [];
  const umask = process.umask();
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'private-'));
    dataDir = join(parent, 'data');
  });
  afterEach(async () => {
    process.umask(umask);
    await Promise.all(apps.splice(0).map((app) => app.stop()));
    await rm(parent, { recursive: true, force: true });
  });

  const start = async () => {
    // The apps inherit the widest umask there is.
    process.umask(0);
    const sandbox = await startSandbox({
      SANDBOX_PORT: '0',
      SANDBOX_STATE_FILE: join(dataDir, 'sandbox.json'),
      SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:9/api/webhooks/stripe',
      SANDBOX_WEBHOOK_SECRET: 'whsec_for_the_tests_0123456789',
    });
    apps.push(sandbox);
    apps.push(
      await startApi({
        API_PORT: '0',
        DATABASE_URL: '',
        DATA_DIR: dataDir,
        STRIPE_API_BASE: sandbox.url,
        STRIPE_WEBHOOK_SECRET: 'whsec_for_the_tests_0123456789',
        LOG_LEVEL: 'silent',
      }),
    );
    process.umask(umask);
  };
  const stop = () => Promise.all(apps.splice(0).map((app) => app.stop()));

  it('is made for its owner only, with all that is in it, whatever the umask', async () => {
    await start();
    await stop();
    expect(await readdir(dataDir)).toEqual(
      expect.arrayContaining(['lock.db', 'lock.pid', 'pglite', 'sandbox.json']),
    );
    expect(await openToOthers(dataDir)).toEqual([]);
  }, 60_000);

  it('loses the rights of others at start, and so do mails and logs', async () => {
    for (const folder of ['mail', 'logs']) {
      await mkdir(join(dataDir, folder), { recursive: true });
      await writeFile(join(dataDir, folder, 'old'), '');
    }
    await writeFile(join(dataDir, 'of-somebody-else'), '');
    for (const path of await readdir(parent, { recursive: true })) {
      const stat = await lstat(join(parent, path));
      await chmod(join(parent, path), stat.isDirectory() ? 0o755 : 0o644);
    }
    expect(await openToOthers(dataDir)).toHaveLength(6);
    keepDataPrivate(dataDir);
    expect(await openToOthers(dataDir)).toEqual(['of-somebody-else 644']);
  });

  it('leaves a folder that everybody shares as it is', async () => {
    await mkdir(dataDir);
    await chmod(dataDir, 0o1777);
    await writeFile(join(dataDir, 'lock.pid'), '');
    keepDataPrivate(dataDir);
    expect(await openToOthers(dataDir)).toEqual([' 1777']);
  });
});
