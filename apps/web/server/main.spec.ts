/** @jest-environment node */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { start, startListening } from '../testing/shop-process';

let opened: Server | undefined;
afterEach(() => {
  opened?.close().closeAllConnections();
  opened = undefined;
});

/** An API that answers nothing by itself. */
async function openApi() {
  const api = (opened = createServer());
  await once(api.listen(0, '127.0.0.1'), 'listening');
  return { api, origin: `http://127.0.0.1:${(api.address() as AddressInfo).port}` };
}

describe('the shop server', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says once where it listens and does not wait for an idle connection after %s',
    async (signal) => {
      const { started, ended, line, event, url } = await startListening();
      expect(event).toBe('listening');
      expect((await fetch(`${url}/health`)).status).toBe(200);
      const from = Date.now();
      started.kill(signal);
      expect(await ended).toMatchObject({ code: 0, stdout: `${line}\n`, stderr: '' });
      // What is under way has ten seconds.
      expect(Date.now() - from).toBeLessThan(7000);
    },
  );

  it('answers what is under way when it is asked to stop, and takes nothing new', async () => {
    const { api, origin } = await openApi();
    const { started, ended, url } = await startListening({ API_URL: origin });
    const asked = fetch(`${url}/api/checkout`, { method: 'POST' });
    const [, held] = (await once(api, 'request')) as [unknown, ServerResponse];
    started.kill('SIGTERM');
    // Until the server no longer listens.
    while (await fetch(`${url}/health`).catch(() => null));
    held.end('late');
    const answer = await asked;
    expect([answer.status, await answer.text()]).toEqual([200, 'late']);
    expect(answer.headers.get('connection')).toBe('close');
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

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
