import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';

/** Returns the fields of a session that the API gets instead of the true ones; undefined leaves it as it is. */
export type Rewrite = (session: Stripe.Checkout.Session) => object | undefined;

const RETRIEVE = /^\/v1\/checkout\/sessions\/cs_[A-Za-z0-9_]+(\?|$)/;

const SESSION = /cs_test_[A-Za-z0-9]+/;

/** A request of the API to Stripe. */
export interface StripeCall {
  /** performance.now() */
  at: number;
  method: string;
  path: string;
}

/** Stripe's answer to a request that it refuses. */
export interface Refusal {
  status: number;
  error: object;
}

export interface StripeProxyOptions {
  rewrite?: Rewrite;
  /** Refuses to tell of a Checkout Session, by its id. */
  refuse?: (stripeSessionId: string) => Refusal | undefined;
  onCall?: (call: StripeCall) => void;
}

/**
 * Proxy in front of Stripe's API. It reports every call and forwards it, and it can rewrite retrieved Checkout Sessions
 * in the answers.
 */
export async function openStripeProxy(
  target: string,
  { rewrite = () => undefined, refuse = () => undefined, onCall }: StripeProxyOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    onCall?.({ at: performance.now(), method: request.method ?? 'GET', path });
    const refusal = request.method === 'GET' && refuse(SESSION.exec(path)?.[0] ?? '');
    if (refusal) {
      request.resume();
      response.writeHead(refusal.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: refusal.error }));
      return;
    }
    passOn(target, path, request)
      .then(async (answer) => {
        const body = await answer.text();
        const isSession = request.method === 'GET' && answer.ok && RETRIEVE.test(path);
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(isSession ? rewritten(body, rewrite) : body);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passOn(target: string, path: string, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const kept = ['authorization', 'content-type', 'idempotency-key', 'stripe-version'];
  const headers = kept.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  return fetch(target + path, {
    method: request.method ?? 'GET',
    headers,
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
}

function rewritten(body: string, rewrite: Rewrite): string {
  const session = JSON.parse(body) as Stripe.Checkout.Session;
  return JSON.stringify({ ...session, ...rewrite(session) });
}
