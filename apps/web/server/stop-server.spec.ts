/** @jest-environment node */
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { longestDeadlineMs } from '@shop/contract/deadlines';
import { API_ANSWER_MS, stopServer, stopsWithinMs } from './stop-server.ts';

describe('the shop server that is asked to stop', () => {
  afterEach(() => jest.restoreAllMocks());

  it('waits longer than the API takes to answer', () => {
    expect(API_ANSWER_MS).toBeGreaterThan(longestDeadlineMs);
    expect(stopsWithinMs).toBeGreaterThan(API_ANSWER_MS);
  });

  it('gives the answer of the API, and cuts a download that is still under way', async () => {
    let exit = (_code: unknown) => {};
    const exited = new Promise<unknown>((resolve) => (exit = resolve));
    jest.spyOn(process, 'exit').mockImplementation(((code: unknown) => exit(code)) as never);
    let answer = () => {};
    const server = createServer(({ url }, response) => {
      if (url === '/api/checkout') answer = () => response.end('answered');
      else response.writeHead(200).write('the beginning');
    });
    const stop = stopServer(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = (path: string) =>
      get({ port, host: '127.0.0.1', path }).on('error', () => undefined);

    const arrives = once(server, 'request');
    const checkout = once(ask('/api/checkout'), 'response');
    await arrives;
    const download = ask('/a-large-file');
    const cut = new Promise<void>((resolve) => download.once('close', resolve));
    const [file] = (await once(download, 'response')) as [IncomingMessage];
    file.on('error', () => undefined).resume();
    stop();
    await cut;
    answer();
    const [{ headers }] = (await checkout) as [IncomingMessage];
    expect(headers.connection).toBe('close');
    expect(await exited).toBe(0);
  });
});
