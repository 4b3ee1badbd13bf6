/** @jest-environment node */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { longestDeadlineMs } from '@shop/contract/deadlines';
import { open, shopServer } from '../testing/shop-server';
import { GRACE_MS, gracefulShutdown, stopsWithinMs } from './graceful-shutdown';

// The time of the test passes as it says; Node's own timers, those of sockets, are real.
beforeEach(
  () => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }),
);
afterEach(() => void jest.useRealTimers());

/** A shop before an API that answers nothing by itself. */
async function openSlowShop() {
  const api = createServer();
  const server = shopServer([await open(api)]);
  const stop = gracefulShutdown(server);
  const held = once(api, 'request').then(([, res]) => res as ServerResponse);
  return { server, stop, url: await open(server), held };
}

describe('a shop server that is asked to stop', () => {
  it('waits longer than the API takes to answer', () => {
    expect(GRACE_MS).toBeGreaterThan(longestDeadlineMs);
    expect(stopsWithinMs).toBeGreaterThan(GRACE_MS);
  });

  it.each([7000, longestDeadlineMs])('answers a request that takes the API %d ms', async (ms) => {
    const { stop, url, held } = await openSlowShop();
    const asked = fetch(`${url}/api/checkout`, { method: 'POST' });
    const res = await held;
    const stopped = stop();
    await jest.advanceTimersByTimeAsync(ms);
    res.end('late');
    const answer = await asked;
    expect([answer.status, await answer.text()]).toEqual([200, 'late']);
    expect(answer.headers.get('connection')).toBe('close');
    await jest.advanceTimersByTimeAsync(1000);
    await stopped;
  });

  it('cuts what is still under way at the end of the grace', async () => {
    const { stop, url, held } = await openSlowShop();
    const asked = fetch(`${url}/api/checkout`, { method: 'POST' });
    await held;
    const cut = expect(asked).rejects.toThrow();
    const stopped = stop();
    await jest.advanceTimersByTimeAsync(GRACE_MS);
    await Promise.all([cut, stopped]);
  });

  it('cuts a download that is still under way, and then gives the answer of the API', async () => {
    let answer = () => {};
    const server = createServer(({ url }, response) => {
      if (url === '/api/checkout') answer = () => response.end('answered');
      else response.writeHead(200).write('the beginning');
    });
    const stop = gracefulShutdown(server);
    const url = await open(server);
    const arrives = once(server, 'request');
    const checkout = fetch(`${url}/api/checkout`);
    await arrives;
    const download = await fetch(`${url}/a-large-file`);
    const cut = expect(download.text()).rejects.toThrow();
    const stopped = stop();
    await jest.advanceTimersByTimeAsync(1000);
    await cut;
    answer();
    expect((await checkout).headers.get('connection')).toBe('close');
    await jest.advanceTimersByTimeAsync(1000);
    await stopped;
  });

  it('waits neither for an unused connection nor for half a request', async () => {
    const { server, stop, url } = await openSlowShop();
    const sockets = ['', 'GET / HTTP/1.1\r\n'].map((bytes) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('error', () => undefined).resume();
      socket.write(bytes);
      return socket;
    });
    const closed = sockets.map((socket) => new Promise((done) => socket.once('close', done)));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    // Once this is answered, the server has accepted the connections before it.
    await (await fetch(`${url}/health`)).text();
    const stopped = stop();
    expect(stop()).toBe(stopped);
    await jest.advanceTimersByTimeAsync(1000);
    await Promise.all([stopped, ...closed]);
  });
});
