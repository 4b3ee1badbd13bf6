import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as an endpoint received it. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  type: string;
}

/** A webhook endpoint for tests: stores the requests; tests can await them. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Resolves with the first `count` requests once they have come. */
  waitFor(count: number): Promise<Received[]>;
  /** Resolves with the first event of this type, past or to come. */
  waitForType(type: string): Promise<Received>;
  close(): Promise<void>;
}

/** Starts an endpoint on a free port; `answer` decides how each request ends, 200 when left out. */
export async function createReceiver(
  answer: (response: ServerResponse, received: Received) => void = (response) => response.end('ok'),
): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { type } = JSON.parse(body) as { type: string };
      const one = { headers: request.headers, body, type };
      received.push(one);
      answer(response, one);
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    waitFor: (count) =>
      until(() => (received.length >= count ? received.slice(0, count) : undefined)),
    waitForType: (type) => until(() => received.find((one) => one.type === type)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
