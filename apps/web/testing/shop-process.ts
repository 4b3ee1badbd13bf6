import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from '@jest/globals';

const SHOP_CONFIG = fileURLToPath(new URL('../../../shop.json', import.meta.url));
const MAIN = fileURLToPath(new URL('../server/main.ts', import.meta.url));

/** A folder of this test alone, which holds the client. */
export let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shop-client-'));
  writeFileSync(
    join(folder, 'index.html'),
    '<script type="application/json" id="shop-config">{}</script>',
  );
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts the shop's server as a process of its own. */
export function start(env: Record<string, string>) {
  const started = spawn(process.execPath, ['--no-warnings', MAIN], {
    env: { PATH: process.env['PATH'], WEB_CLIENT_DIR: folder, SHOP_CONFIG, ...env },
  });
  child = started;
  const output = { stdout: '', stderr: '' };
  started.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(started, 'close').then(([code]) => ({ code: code as number, ...output }));
  return { started, ended, output };
}

/** Starts it on a free port and waits until it listens. */
export async function startListening(env: Record<string, string> = {}) {
  const running = start({ WEB_PORT: '0', ...env });
  const [line] = (await once(createInterface(running.started.stdout), 'line')) as [string];
  const { event, url } = JSON.parse(line) as { event: string; url: string };
  return { ...running, line, event, url };
}
