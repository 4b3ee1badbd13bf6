import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Shopper } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

const HEADERS = 'POST /api/checkout HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n';

describe('an API that is asked to stop', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi('embedded');
  }, 60_000);
  afterEach(() => api?.stop());

  it.each([
    ['on which nothing is asked', ''],
    ['with half a request', HEADERS],
    ['with a request whose body does not come', `${HEADERS}Content-Length: 99\r\n\r\n{`],
  ])('does not wait for a connection %s', async (_what, bytes) => {
    const socket = await open(api, bytes);
    const cut = once(socket, 'close');
    const start = performance.now();
    await api.app.close();
    expect(performance.now() - start).toBeLessThan(8000);
    await cut;
  });

  it('answers what is under way, and asks for the end of that connection', async () => {
    const shopper = new Shopper(api);
    const items = [{ priceId: await shopper.firstPrice(), quantity: 1 }];
    const slow = { latencyMs: 1500, path: '/v1/checkout/sessions', method: 'POST' };
    await api.sandbox.faults(slow);
    const arrives = once(api.app.getHttpServer(), 'request');
    const answer = shopper.checkout({ items });
    await arrives;
    const closed = api.app.close();
    const { status, headers } = await answer;
    expect(status).toBe(201);
    expect(headers.get('connection')).toBe('close');
    await closed;
  });
});

async function open(api: TestApi, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined).resume();
  await once(socket, 'connect');
  const arrives = once(api.app.getHttpServer(), 'request');
  if (bytes) socket.write(bytes);
  if (bytes.includes('\r\n\r\n')) await arrives;
  return socket;
}
