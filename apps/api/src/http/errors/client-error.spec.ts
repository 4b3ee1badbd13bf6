import type { Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closed } from '../../../testing/closed';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { serverTimeouts } from '../lifecycle/server-timeouts';

describe('what Node cannot parse, or does not get', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('embedded');
  }, 60_000);
  afterAll(() => api?.stop());

  /** Sends bytes as they are and reads until the connection ends. */
  async function send(bytes: string): Promise<{ head: string; body: string }> {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.write(bytes);
    await closed(socket);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    return { head, body };
  }

  it.each([
    ['its headers', 'POST /api/checkout HTTP/1.1\r\nHost: shop\r\n'],
    [
      'its body',
      'POST /api/checkout HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    ],
  ])('a request that is late with %s is answered 408', async (_what, bytes) => {
    const server: Server = api.app.getHttpServer();
    const { headersTimeout, requestTimeout } = server;
    Object.assign(server, { headersTimeout: 50, requestTimeout: 50 });
    const { head, body } = await send(bytes);
    Object.assign(server, { headersTimeout, requestTimeout });
    expect(head).toMatch(/^HTTP\/1.1 408 Request Timeout/);
    expect(head).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'REQUEST_TIMEOUT' });
  });

  it('connections are not kept waiting for ever', () => {
    for (const [name, { ms }] of Object.entries(serverTimeouts)) {
      expect(api.app.getHttpServer()).toHaveProperty(name, ms);
    }
  });

  it.each([
    [431, 'HEADERS_TOO_LARGE', `GET /?x=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: shop\r\n\r\n`],
    [400, 'INVALID_REQUEST', 'NONSENSE\r\n\r\n'],
  ])('is answered %d with a problem document and every header', async (status, code, bytes) => {
    const usual = await fetch(`${api.url}/api/nothing`);
    const { head, body } = await send(bytes);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const problem = JSON.parse(body) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code, requestId: expect.any(String) });
    const headers = new Headers(
      head
        .split('\r\n')
        .slice(1)
        .map((line): [string, string] => [
          line.split(':')[0] ?? '',
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
    );
    expect(headers.get('x-request-id')).toBe(problem['requestId']);
    const own = ['date', 'connection', 'content-length', 'x-request-id', 'keep-alive'];
    const compared = [...usual.headers.keys()].filter(
      (name) => !own.includes(name) && !name.startsWith('access-control') && name !== 'vary',
    );
    expect(compared).toContain('content-security-policy');
    for (const name of compared)
      expect([name, headers.get(name)]).toEqual([name, usual.headers.get(name)]);
  });
});
