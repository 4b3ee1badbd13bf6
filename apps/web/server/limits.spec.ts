/** @jest-environment node */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { problems as contractProblems } from '@shop/contract';
import { listen, open, openShop, shopServer } from '../testing/shop-server';
import { timeouts } from './create-server';
import { problems } from './problem';

/** Sends bytes as they are and reads until the connection ends. */
async function send(origin: string, bytes: string) {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (part: string) => (received += part));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  const [head = '', body = ''] = received.split('\r\n\r\n');
  const [status = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { status: Number(status.split(' ')[1]), headers, body };
}

async function openLimited(change: Partial<Server> = {}): Promise<string> {
  const api = await listen((req, res) => void req.resume().once('end', () => res.end()));
  return open(Object.assign(shopServer([api]), change));
}

/** The answer is a problem document with the headers that any other problem of this server has. */
async function expectProblem(answer: Awaited<ReturnType<typeof send>>, code: string) {
  const usual = await fetch(`${await openShop()}/cart`, { method: 'POST' });
  const problem = JSON.parse(answer.body) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: answer.status, code });
  expect(answer.headers.get('x-request-id')).toBe(problem['requestId']);
  const own = ['allow', 'connection', 'content-length', 'date', 'keep-alive', 'x-request-id'];
  const compared = [...usual.headers.keys()].filter((name) => !own.includes(name));
  expect(compared).toEqual(expect.arrayContaining(['content-security-policy', 'x-frame-options']));
  for (const name of compared) {
    expect([name, answer.headers.get(name)]).toEqual([name, usual.headers.get(name)]);
  }
}

describe('the shop server', () => {
  it.each([
    [431, 'HEADERS_TOO_LARGE', `GET /?x=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: shop\r\n\r\n`],
    [400, 'INVALID_REQUEST', 'NONSENSE\r\n\r\n'],
    [400, 'INVALID_REQUEST', 'GET / HTTP/1.1\r\n\r\n'],
  ])('answers %d %s to %.40j', async (status, code, bytes) => {
    const answer = await send(await openLimited(), bytes);
    expect(answer.status).toBe(status);
    await expectProblem(answer, code);
  });

  it.each([
    ['its headers', 'POST /api/checkout HTTP/1.1\r\nHost: shop\r\n'],
    ['its body', 'POST /api/x HTTP/1.1\r\nHost: shop\r\nContent-Length: 9\r\n\r\n{'],
  ])('answers 408 to a request that is late with %s', async (_what, bytes) => {
    const shop = await openLimited({ headersTimeout: 50, requestTimeout: 50 });
    const answer = await send(shop, bytes);
    expect(answer.status).toBe(408);
    await expectProblem(answer, 'REQUEST_TIMEOUT');
  });

  it('answers 413 to a body that is larger than the largest of the API', async () => {
    let reached = false;
    const shop = await openShop((_req, res) => {
      reached = true;
      res.end();
    });
    const bytes =
      'POST /api/webhooks/stripe HTTP/1.1\r\nHost: shop\r\nContent-Length: 524289\r\n\r\n';
    const answer = await send(shop, bytes);
    expect([answer.status, reached]).toEqual([413, false]);
    await expectProblem(answer, 'PAYLOAD_TOO_LARGE');
  });

  it('has the time-outs of its limits', () => {
    expect(shopServer(['http://127.0.0.1:9'])).toMatchObject({
      headersTimeout: timeouts.headersTimeout,
      requestTimeout: timeouts.requestTimeout,
      keepAliveTimeout: timeouts.keepAliveTimeout,
    });
    expect(timeouts.headersTimeout).toBeLessThanOrEqual(10_000);
  });

  it('says the same as the API where a code is of the contract', () => {
    const shared = Object.entries(problems).filter(([code]) => code in contractProblems);
    expect(shared).toHaveLength(Object.keys(problems).length - 1);
    for (const [code, [status, title]] of shared) {
      expect(contractProblems[code as keyof typeof contractProblems]).toEqual({ status, title });
    }
  });
});
