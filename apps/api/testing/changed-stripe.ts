import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChangedStripe {
  url: string;
  /** How far the `Date` of its answers is from the true time. */
  aheadMs: number;
  /** Whether every key is refused, as Stripe refuses one that is revoked. */
  refusesKeys: boolean;
  /** What new Checkout Sessions are refused with, status 400; undefined: the sandbox decides. */
  refusal: { code?: string; param?: string } | undefined;
  /** What every reading of a session is refused with. */
  readingRefusal: { status: number; error: object } | undefined;
  close: () => void;
}

const REVOKED = { code: 'api_key_expired', message: 'Expired API Key provided: sk_test_*andbox' };

const REQUEST_ID = 'req_refused';

/** Stands between a program and the sandbox, with a clock and a lock of its own. */
export async function startChangedStripe(sandboxUrl: string): Promise<ChangedStripe> {
  const server = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked;
    const date = new Date(Date.now() + changed.aheadMs).toUTCString();
    const refuse = (status: number, error: object) => {
      asked.resume();
      answer
        .writeHead(status, { 'content-type': 'application/json', 'request-id': REQUEST_ID, date })
        .end(JSON.stringify({ error: { type: 'invalid_request_error', ...error } }));
    };
    if (changed.refusesKeys) return refuse(401, REVOKED);
    if (changed.refusal && method === 'POST' && url === '/v1/checkout/sessions')
      return refuse(400, { message: 'Not so.', ...changed.refusal });
    if (changed.readingRefusal && method === 'GET' && url.startsWith('/v1/checkout/sessions'))
      return refuse(changed.readingRefusal.status, changed.readingRefusal.error);
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
    refusal: undefined,
    readingRefusal: undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return changed;
}
