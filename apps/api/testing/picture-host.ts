import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PictureHost {
  url: string;
  /** Paths of the pictures that were asked for, in order. */
  asked: string[];
  /** What answers a path under `/links/`; every other path goes to the sandbox. */
  answers: Record<string, RequestListener>;
  close: () => void;
}

/** Stands where Stripe is, and has pictures of its own where Stripe's host for files would have them. */
export async function startPictureHost(sandboxUrl: string): Promise<PictureHost> {
  const asked: string[] = [];
  const answers: PictureHost['answers'] = {};
  const server = createServer((from, to) => {
    const { method, headers, url = '' } = from;
    if (url.startsWith('/links/')) asked.push(url);
    const answer = answers[url];
    if (answer) return answer(from, to);
    const forward = request(sandboxUrl + url, { method, headers }, (answered) => {
      to.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(to);
    });
    forward.on('error', () => to.destroy());
    from.pipe(forward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The smallest PNG: one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
