import { handleRequest } from '../../../../stripe-sandbox/src/api/handle-request';
import type { Route } from '../../../../stripe-sandbox/src/api/route';
import { routes } from '../../../../stripe-sandbox/src/api/routes';
import { collectionsOf, createEngine } from '../../../../stripe-sandbox/src/engine/engine';
import type { Engine } from '../../../../stripe-sandbox/src/engine/engine.types';
import type { EventRecord } from '../../../../stripe-sandbox/src/engine/event-record';
import { newId } from '../../../../stripe-sandbox/src/engine/ids';
import { faultBody } from '../../../../stripe-sandbox/src/http/faults';
import { IdempotencyKeys } from '../../../../stripe-sandbox/src/http/idempotency';
import type { VirtualTime } from './virtual-time';

/** What can go wrong with one request to Stripe. Of those that end in `-after` Stripe has done what was asked. */
export type StripeFault = '429' | '500' | '500-after' | 'lost' | 'lost-after' | 'silent-after';

const MOST_OBJECTS = 100_000;
const TRY_MS = 8000;

/** The sandbox's account without its server: requests are function calls, events are a list. */
export class StripeAccount {
  readonly engine: Engine;
  /** Events whose first delivery has not been decided yet. */
  events: EventRecord[] = [];
  private readonly keys: IdempotencyKeys;
  /** Taken by the next requests, one each. */
  faults: (StripeFault | undefined)[] = [];
  onFault: (fault: StripeFault) => void = () => undefined;

  constructor(private readonly time: VirtualTime) {
    const clock = {
      nowMs: () => time.nowMs,
      after: (ms: number, task: () => void) => {
        const timer = time.after(ms, task);
        return () => time.cancel(timer);
      },
    };
    const maxObjects = MOST_OBJECTS;
    this.engine = createEngine({ clock, maxObjects, onChange: () => undefined });
    this.engine.world.publicUrl = 'http://stripe.test';
    this.engine.world.onEvent = (event) => this.events.push(event);
    this.keys = new IdempotencyKeys(clock, MOST_OBJECTS);
  }

  reset(): void {
    for (const [, collection] of collectionsOf(this.engine)) collection.clear();
    this.keys.clear();
    this.events = [];
    this.faults = [];
  }

  /** @throws what fetch throws when the network fails */
  async request(url: URL, init: RequestInit): Promise<Response> {
    const fault = this.faults.shift();
    if (fault) this.onFault(fault);
    if (fault === 'lost') throw new TypeError('fetch failed');
    if (fault === '429' || fault === '500') return answer(fault === '429' ? 429 : 500);
    const given = await this.handle(url, init);
    if (fault === '500-after') return answer(500);
    if (fault === 'lost-after') throw new TypeError('fetch failed');
    if (fault === 'silent-after') {
      await new Promise<void>((resolve) => this.time.after(TRY_MS, resolve));
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    }
    return given;
  }

  private async handle(url: URL, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    const { route, id } = routeOf(method, url.pathname);
    const headers = new Headers(init.headers);
    const given = await handleRequest(
      route,
      {
        requestId: newId('req'),
        path: url.pathname,
        id,
        idempotencyKey: headers.get('idempotency-key') ?? undefined,
        query: url.search.slice(1),
        body: typeof init.body === 'string' ? init.body : '',
      },
      { engine: this.engine, keys: this.keys, onAnswer: () => undefined },
    );
    return answer(given.status, given.body, given.replayed);
  }
}

function routeOf(method: string, path: string): { route: Route; id: string } {
  for (const route of routes) {
    if (route.method !== method) continue;
    const [before = '', after] = route.path.split(':id');
    if (after === undefined) {
      if (path === route.path) return { route, id: '' };
      continue;
    }
    if (!path.startsWith(before) || !path.endsWith(after)) continue;
    const id = path.slice(before.length, path.length - after.length);
    if (id !== '' && !id.includes('/')) return { route, id };
  }
  throw new Error(`The sandbox has no ${method} ${path}.`);
}

/** What the SDK uses of an answer; a whole Response would read its body through a stream. */
function answer(status: 429 | 500): Response;
function answer(status: number, body: string, replayed: boolean): Response;
function answer(status: number, body?: string, replayed = false): Response {
  const text = body ?? faultBody(status as 429 | 500);
  return {
    ok: status < 400,
    status,
    headers: new Headers(replayed ? { 'idempotent-replayed': 'true' } : {}),
    json: () => Promise.resolve(JSON.parse(text) as unknown),
    text: () => Promise.resolve(text),
  } as Response;
}
