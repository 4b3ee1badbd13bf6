import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

const project = fileURLToPath(new URL('..', import.meta.url));
const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
);
/** Without Jest's own flags, and without nx's FORCE_COLOR: it can contradict a person's NO_COLOR. */
const { NODE_OPTIONS: _options, FORCE_COLOR: _color, ...plainEnvironment } = process.env;

describe('the server as a process', () => {
  let folder: string;
  let child: ChildProcess | undefined;

  beforeAll(() => {
    // Inside the workspace, so that the bundle finds its dependencies.
    const temporary = join(project, '../../tmp');
    mkdirSync(temporary, { recursive: true });
    folder = mkdtempSync(join(temporary, 'sandbox-build-'));
    execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'error'], {
      cwd: project,
      env: plainEnvironment,
    });
  }, 60_000);
  afterEach(() => {
    if (child?.exitCode === null) child.kill('SIGKILL');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Starts the server and collects what it prints. */
  function start(environment: Record<string, string>) {
    const { STRIPE_SECRET_KEY: _key, ...rest } = plainEnvironment;
    const spawned = spawn(process.execPath, [join(folder, 'main.js')], {
      env: { ...rest, SANDBOX_PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = spawned;
    const printed = { out: '', err: '' };
    spawned.stdout.on('data', (text: Buffer) => (printed.out += text.toString()));
    spawned.stderr.on('data', (text: Buffer) => (printed.err += text.toString()));
    const exited = once(spawned, 'exit').then(([code]) => code as number | null);
    return { process: spawned, printed, exited };
  }

  it('says where it listens, answers, and ends at once when told, its state saved', async () => {
    const stateFile = join(folder, 'state/sandbox.json');
    const server = start({ SANDBOX_STATE_FILE: stateFile });
    await once(server.process.stdout, 'data');
    const { event, url } = JSON.parse(server.printed.out) as { event: string; url: string };
    expect(event).toBe('listening');
    const health = await fetch(`${url}/sandbox/api/health`);
    expect(await health.json()).toEqual({ status: 'ok' });
    const hanging = fetch(`${url}/sandbox/api/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ hang: true }),
    }).then(({ status }) => {
      expect(status).toBe(200);
      return fetch(`${url}/v1/products`).catch(() => 'cut');
    });
    await fetch(`${url}/sandbox/api/faults`);

    server.process.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(existsSync(stateFile)).toBe(true);
    expect(await hanging).toBe('cut');
    expect(server.printed.out.trim().split('\n')).toHaveLength(1);
    expect(server.printed.err).toBe('');
  });

  it('says which port is in use and what to do', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const server = start({ SANDBOX_PORT: String(port) });
    const code = await server.exited;
    holder.close();
    expect(code).toBe(1);
    expect(server.printed.err).toBe(
      `Port ${port} is in use. Free it, or choose another one with SANDBOX_PORT.\n`,
    );
  });

  it.each(['STRIPE_SECRET_KEY', 'SANDBOX_SECRET_KEY'])(
    'does not start beside a live key in %s',
    async (name) => {
      const server = start({ [name]: 'sk_live_0123456789' });
      expect(await server.exited).toBe(1);
      expect(server.printed.out).toBe('');
      expect(server.printed.err).toContain(`${name} is a live key.`);
      expect(server.printed.err).not.toContain('0123456789');
    },
  );
});
