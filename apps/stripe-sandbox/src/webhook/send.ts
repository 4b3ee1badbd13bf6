import { lookup } from 'node:dns';
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Clock } from '../engine/clock';
import { isInner, isReachable } from '../engine/endpoint-url';
import type { Delivery } from '../engine/event-record';

/** How many bytes of an endpoint's answer are kept. */
const KEPT_BODY_BYTES = 2_000;

export type Outcome = Pick<Delivery, 'status' | 'body' | 'error'>;

/** Posts signed events over connections that are kept open. */
export class Sender {
  readonly #http = new HttpAgent({ keepAlive: true });
  readonly #https = new HttpsAgent({ keepAlive: true });

  constructor(
    private readonly clock: Clock,
    /** Hosts that may be in a network behind this machine. */
    private readonly knownHosts: ReadonlySet<string>,
  ) {}

  /** Posts one event. Redirects are not followed; redirects and time-outs count as failures. */
  send(url: string, body: string, signature: string, timeoutMs: number): Promise<Outcome> {
    const { hostname } = new URL(url);
    if (!isReachable(hostname, this.knownHosts)) return Promise.resolve(NOT_PUBLIC);
    return new Promise((resolve) => {
      const secure = url.startsWith('https:');
      const request = (secure ? requestHttps : requestHttp)(url, {
        method: 'POST',
        agent: secure ? this.#https : this.#http,
        ...(!this.knownHosts.has(hostname) && { lookup: lookupPublic }),
        headers: {
          Accept: '*/*; q=0.5, application/xml',
          'Cache-Control': 'no-cache',
          'Content-Length': Buffer.byteLength(body),
          'Content-Type': 'application/json; charset=utf-8',
          'Stripe-Signature': signature,
          'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
      });
      const end = (outcome: Outcome) => {
        cancel();
        resolve(outcome);
      };
      const fail = (error: string) => end({ status: null, body: null, error });
      const cancel = this.clock.after(timeoutMs, () => {
        fail('timed out');
        request.destroy();
      });
      request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
      request.on('response', (response) => {
        readStart(response, (text) =>
          end({ status: response.statusCode ?? null, body: text, error: null }),
        );
      });
      request.end(body);
    });
  }

  /** Aborts the requests that are under way. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

const NOT_PUBLIC: Outcome = { status: null, body: null, error: 'not a public address' };

/** Looks a name up, and takes no address of a network behind this machine: the name of an endpoint may lead there. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const taken = error ? [] : found.filter(({ address }) => !isInner(address));
    const [first] = taken;
    if (!first) callback(error ?? new Error(NOT_PUBLIC.error ?? ''), '', 4);
    else if (options.all) callback(null, taken);
    else callback(null, first.address, first.family);
  });
};

/** Reads the answer to its end and returns the part that is kept. */
function readStart(response: IncomingMessage, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = () => done(Buffer.concat(chunks).toString().slice(0, KEPT_BODY_BYTES));
  response.on('data', (chunk: Buffer) => {
    if (size < KEPT_BODY_BYTES) chunks.push(chunk);
    size += chunk.length;
  });
  response.on('end', finish);
  response.on('error', finish);
}
