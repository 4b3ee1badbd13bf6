import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChangedStripe {
  url: string;
  /** How far the `Date` of its answers is from the true time. */
  aheadMs: number;
  /** Whether every key is refused, as Stripe refuses one that is revoked. */
  refusesKeys: boolean;
  close: () => void;
}

const REVOKED = JSON.stringify({
  error: {
    type: 'invalid_request_error',
    code: 'api_key_expired',
    message: 'Expired API Key provided: sk_test_*andbox',
  },
});

/** Stands between a program and the sandbox, with a clock and a lock of its own. */
export async function startChangedStripe(sandboxUrl: string): Promise<ChangedStripe> {
  const server = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked;
    const date = new Date(Date.now() + changed.aheadMs).toUTCString();
    if (changed.refusesKeys) {
      asked.resume();
      answer.writeHead(401, { 'content-type': 'application/json', date }).end(REVOKED);
      return;
    }
    const forward = request(sandboxUrl + url, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, { ...answered.headers, date });
      answered.pipe(answer);
    });
    forward.on('error', () => answer.destroy());
    asked.pipe(forward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const changed: ChangedStripe = {
    url: `http://127.0.0.1:${port}`,
    aheadMs: 0,
    refusesKeys: false,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return changed;
}
