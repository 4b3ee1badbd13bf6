import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startApi } from '@shop/stack';

/**
 * Each kill is followed by a whole start, which takes seconds. More with the environment variable KILLS:
 * `KILLS=80 npx nx run api:test-processes -- first-start`.
 */
const KILLS = Number(process.env['KILLS'] ?? 4);

const OPEN = `
  const { openPglite } = await import(${JSON.stringify(join(import.meta.dirname, 'open-pglite.ts'))});
  console.log('begun');
  const client = await openPglite(process.argv[1]);
  const { rows } = await client.query('select count(*)::int as tables from pg_class');
  console.log(rows[0].tables > 100 ? 'whole' : 'empty');
  await client.close();`;

describe('a first start of the embedded database', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'first-start-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  /** Opens the database of a folder in a process of its own. @returns what the process said, after `begun` */
  function opening(folder: string) {
    // Each process does this once: a quarter of its work would go into making its WebAssembly faster.
    const args = ['--liftoff-only', '--input-type=module', '-e', OPEN, folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const begun = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          if (said.includes('begun')) resolve();
        });
      }
    });
    const ended = once(child, 'close').then(() => said.replace('begun\n', '').trim());
    return { begun, ended, kill: () => child.kill('SIGKILL') };
  }

  it(
    `is followed by a good one, when it was killed at any of ${KILLS} moments`,
    async () => {
      const undisturbed = opening(join(dataDir, 'undisturbed'));
      await undisturbed.begun;
      const start = performance.now();
      expect(await undisturbed.ended).toBe('whole');
      const longestMs = performance.now() - start;

      let cutOff = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const folder = join(dataDir, `pglite-${kill}`);
        const killed = opening(folder);
        await killed.begun;
        // A random moment of each part of the time, so that no part of a start is left out.
        await wait((longestMs * (kill + Math.random())) / KILLS);
        killed.kill();
        if ((await killed.ended) === '') cutOff += 1;
        expect(await opening(folder).ended).toBe('whole');
        expect(await readdir(dataDir)).not.toContain(`pglite-${kill}.making`);
        await rm(folder, { recursive: true });
      }
      // At least these were killed before the database was open.
      expect(cutOff).toBeGreaterThan(KILLS / 4);
      // A start takes ten times as long on a busy machine.
    },
    KILLS * 60_000,
  );

  it('that an older version has left unfinished is named, with what to do', async () => {
    const folder = join(dataDir, 'pglite');
    await mkdir(join(folder, 'base'), { recursive: true });
    await writeFile(join(folder, 'PG_VERSION'), '18\n');
    const start = startApi({
      API_PORT: '0',
      DATA_DIR: dataDir,
      STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      LOG_LEVEL: 'silent',
    });
    await expect(start).rejects.toThrow(`The embedded database in ${folder} does not open (`);
    await expect(start).rejects.toThrow('delete the folder and start again');
  });
});
