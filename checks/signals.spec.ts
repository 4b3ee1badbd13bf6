import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const { freePort } = await import('@shop/stack');

/** Vite may put colours between the word and its colon. */
const READY = /Ctrl-C stops everything|Local/;

/** The commands that run until they are stopped, started through npm as a person does, and stopped by npm's id. */
describe('a command of npm that is killed', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'signals-'));
  });
  afterEach(async () => {
    for (const pid of await processesOf(dataDir)) process.kill(pid, 'SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  it.each([
    ['npm start', 'SIGTERM'],
    ['npm start', 'SIGHUP'],
    ['npm run dev', 'SIGTERM'],
    ['npm run dev:api', 'SIGTERM'],
    ['npm run dev:web', 'SIGTERM'],
  ] as const)('%s leaves no process behind after %s', async (command, signal) => {
    const npm = await start(command, dataDir);
    expect((await processesOf(dataDir)).length).toBeGreaterThan(1);
    // A terminal that closes signals all processes of its group, and npm hands SIGHUP on to nobody.
    process.kill(signal === 'SIGHUP' ? -(npm.pid ?? 0) : (npm.pid ?? 0), signal);
    await untilNoneOf(dataDir);
  });

  it('npm start leaves no app behind when the process that started the apps is killed', async () => {
    await start('npm start', dataDir);
    const [parent] = await processesOf(dataDir, (line) => line.includes('scripts/start.mjs'));
    expect(parent).toBeDefined();
    process.kill(parent ?? 0, 'SIGKILL');
    await untilNoneOf(dataDir);
  });
});

/** Resolves when the command says that it is ready. */
async function start(command: string, dataDir: string) {
  const [npm = '', ...args] = command.split(' ');
  const child = spawn(npm, args, {
    cwd: join(import.meta.dirname, '..'),
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      // By this variable the processes of one run are found.
      DATA_DIR: dataDir,
      SANDBOX_PORT: String(await freePort()),
      API_PORT: String(await freePort()),
      WEB_PORT: String(await freePort()),
      CONSOLE_PORT: String(await freePort()),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (READY.test(said)) resolve();
      });
    }
  });
  const ended = once(child, 'close').then(() => {
    if (!READY.test(said)) throw new Error(`${command} ended before it was ready:\n${said}`);
  });
  await Promise.race([ready, ended]);
  return child;
}

/** Processes that have the folder in their environment and are no zombies. */
async function processesOf(
  dataDir: string,
  wanted: (commandLine: string) => boolean = () => true,
): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = (pid: string, file: string) =>
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const found = await Promise.all(
    pids.map(async (pid) => {
      if (!(await read(pid, 'environ')).includes(dataDir)) return [];
      return wanted(await read(pid, 'cmdline')) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

/** @throws when some are still there after a minute */
async function untilNoneOf(dataDir: string): Promise<void> {
  const end = performance.now() + 60_000;
  for (;;) {
    const left = await processesOf(dataDir);
    if (left.length === 0) return;
    if (performance.now() > end) throw new Error(`Still running: ${left.join(', ')}`);
    await wait(50);
  }
}
