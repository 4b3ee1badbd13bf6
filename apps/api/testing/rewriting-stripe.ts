import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';

/** Returns what the API gets instead of a session that it reads. */
export type Rewrite = (session: Stripe.Checkout.Session) => object;

/** Stands between the API and the sandbox, and changes the Checkout Sessions that are read. */
export async function startRewritingStripe(
  sandboxUrl: string,
  rewrite: Rewrite,
): Promise<{ url: string; close: () => void }> {
  const server = createServer((asked, answer) => {
    forward(sandboxUrl, rewrite, asked, answer).catch(() => answer.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function forward(
  sandboxUrl: string,
  rewrite: Rewrite,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = asked;
  const body = Buffer.concat(await asked.toArray());
  const { authorization = '', 'content-type': type, 'idempotency-key': key } = asked.headers;
  const headers = {
    authorization,
    ...(type !== undefined && { 'content-type': type }),
    ...(typeof key === 'string' && { 'idempotency-key': key }),
  };
  const given = await fetch(sandboxUrl + url, { method, headers, ...(body.length && { body }) });
  const text = await given.text();
  const isSession = method === 'GET' && given.ok && /^\/v1\/checkout\/sessions\/cs_/.test(url);
  answer.writeHead(given.status, { 'content-type': 'application/json' });
  answer.end(
    isSession ? JSON.stringify(rewrite(JSON.parse(text) as Stripe.Checkout.Session)) : text,
  );
}
