/** @jest-environment node */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

let clientDir: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  clientDir = mkdtempSync(join(tmpdir(), 'shop-client-'));
  writeFileSync(
    join(clientDir, 'index.html'),
    '<script type="application/json" id="shop-config">{}</script>',
  );
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(clientDir, { recursive: true });
});

function start(env: Record<string, string>) {
  const started = spawn(process.execPath, ['--no-warnings', MAIN], {
    env: { PATH: process.env['PATH'], WEB_CLIENT_DIR: clientDir, ...env },
  });
  child = started;
  const output = { stdout: '', stderr: '' };
  started.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(started, 'close').then(([code]) => ({ code: code as number, ...output }));
  return { started, ended };
}

describe('the shop server', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says once where it listens and ends within a second of %s',
    async (signal) => {
      const { started, ended } = start({ WEB_PORT: '0' });
      const [line] = (await once(createInterface(started.stdout), 'line')) as [string];
      const said = JSON.parse(line) as { event: string; url: string };
      expect(said.event).toBe('listening');
      // An open connection must not hold it.
      expect((await fetch(`${said.url}/health`)).status).toBe(200);
      const from = Date.now();
      started.kill(signal);
      expect(await ended).toMatchObject({ code: 0, stdout: `${line}\n`, stderr: '' });
      expect(Date.now() - from).toBeLessThan(1000);
    },
  );

  it('says which port is in use and which variable changes it', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stderr, stdout } = await start({ WEB_PORT: String(port) }).ended;
    await new Promise((done) => other.close(done));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `Port ${port} is in use: stop what listens there, or choose another with WEB_PORT.\n`,
    );
  });

  it.each([
    [{ WEB_PORT: 'x' }, /^WEB_PORT must be .*\n$/],
    [{ WEB_CLIENT_DIR: '/nowhere' }, /^There is no built shop at .*: build it first\.\n$/],
  ])('refuses %p in one line', async (env, line) => {
    const { code, stderr } = await start(env).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(line);
  });
});
