import { randomBytes } from 'node:crypto';
import { eventObject } from '../engine/events';
import type { Delivery, EventRecord } from '../engine/event-record';
import { nowSeconds, type Clock } from '../engine/clock';
import type { Engine } from '../engine/engine.types';
import { apiVersionOf, liveSecrets, urlOf, type EndpointRecord } from '../engine/endpoint-record';
import { jsonText } from '../http/answer';
import { Limiter } from './limiter';
import { Sender, type Outcome } from './send';
import { signatureHeader } from './signature';

/** Events waiting to be sent last first, to an endpoint whose `outOfOrder` switch is on. */
const SHUFFLE_WINDOW_MS = 100;
const AT_ONCE = 64;
const KEPT_DELIVERIES = 50;

interface Retry {
  eventId: string;
  endpointId: string;
  cancel: () => void;
}

/** Sends events to the endpoints that subscribed to them, and retries until they answer with 2xx. */
export class Deliverer {
  readonly #retries = new Map<string, Retry>();
  readonly #shuffled = new Map<string, EventRecord[]>();
  readonly #inFlight = new Set<Promise<unknown>>();
  readonly #firstTries = new Map<string, Promise<unknown>>();
  readonly #waits = new Set<() => void>();
  readonly #sender: Sender;
  #closed = false;
  readonly #limiter = new Limiter(AT_ONCE);

  constructor(
    private readonly engine: Engine,
    /** The server's clock. Receivers compare signatures with their own, also while the account's clock is moved. */
    private readonly clock: Clock,
    /** Sees every payload before it is sent. */
    private readonly onPayload: (payload: object) => void,
  ) {
    this.#sender = new Sender(clock, engine.world.knownHosts);
  }

  /** Starts the first delivery of a new event to each endpoint: now, or after the endpoint's `delayMs`. */
  deliver(event: EventRecord): void {
    const tries = event.pendingEndpoints.map((endpointId) => {
      const endpoint = this.engine.store.endpoints.get(endpointId);
      if (!endpoint) return Promise.resolve();
      return endpoint.switches.outOfOrder
        ? this.#shuffle(event, endpointId)
        : this.#track(this.#try(event, endpointId));
    });
    const all = Promise.all(tries);
    this.#firstTries.set(event.id, all);
    void all.finally(() => this.#firstTries.delete(event.id));
  }

  /** Resolves once the first delivery to every endpoint has ended, with success or not. */
  async firstTry(eventId: string): Promise<void> {
    await this.#firstTries.get(eventId);
  }

  /** Sends an event again now, to one endpoint or to all that asked for it, disabled ones too. */
  async redeliver(event: EventRecord, endpointIds: string[]): Promise<void> {
    await Promise.all(endpointIds.map((id) => this.#retryAtOnce(event, id, true)));
  }

  /** Starts every waiting retry now and waits until they have ended; returns how many there were. */
  async retryNow(): Promise<number> {
    const waiting = [...this.#retries.values()];
    await Promise.all(
      waiting.map(async ({ eventId, endpointId }) => {
        const event = this.engine.store.events.get(eventId);
        if (event) await this.#retryAtOnce(event, endpointId);
      }),
    );
    return waiting.length;
  }

  /** After a restart: continues the deliveries that were still pending. */
  resume(): void {
    for (const [, event] of this.engine.store.events.entries()) {
      for (const endpointId of event.pendingEndpoints) {
        const last = lastDelivery(event, endpointId);
        if (last?.error === DROPPED.error) continue;
        this.#scheduleRetry(event, endpointId, last?.attempt ?? 0);
      }
    }
  }

  /** Forgets waiting retries; for a reset. */
  clear(): void {
    for (const { cancel } of this.#retries.values()) cancel();
    this.#retries.clear();
  }

  async close(): Promise<void> {
    this.clear();
    this.#closed = true;
    this.#sender.close();
    for (const end of this.#waits) end();
    await Promise.allSettled(this.#inFlight);
  }

  #retryAtOnce(event: EventRecord, endpointId: string, byHand = false): Promise<void> {
    this.#retries.get(key(event.id, endpointId))?.cancel();
    this.#retries.delete(key(event.id, endpointId));
    return this.#track(this.#try(event, endpointId, byHand));
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#inFlight.add(work);
    void work.finally(() => this.#inFlight.delete(work)).catch(() => undefined);
    return work;
  }

  async #shuffle(event: EventRecord, endpointId: string): Promise<void> {
    const held = this.#shuffled.get(endpointId);
    if (held) {
      held.push(event);
      return;
    }
    const batch = [event];
    this.#shuffled.set(endpointId, batch);
    await this.#wait(SHUFFLE_WINDOW_MS);
    this.#shuffled.delete(endpointId);
    for (const next of batch.reverse()) await this.#track(this.#try(next, endpointId));
  }

  async #try(event: EventRecord, endpointId: string, byHand = false): Promise<void> {
    const endpoint = this.engine.store.endpoints.get(endpointId);
    if (!endpoint) {
      this.#settle(event, endpointId);
      return;
    }
    // As at Stripe (https://docs.stripe.com/webhooks#retries): the event stays pending, and no retry follows.
    if (endpoint.object.status !== 'enabled' && !byHand) return;
    const attempt = (lastDelivery(event, endpointId)?.attempt ?? 0) + 1;
    const { copies, delayMs, drop } = endpoint.switches;
    if (drop) {
      this.#record(event, endpoint, attempt, this.engine.clock.nowMs(), DROPPED);
      return;
    }
    if (delayMs > 0) await this.#wait(delayMs);
    if (this.#closed) return;
    const outcomes = await Promise.all(
      Array.from({ length: copies }, () => this.#sendOnce(event, endpoint, attempt)),
    );
    if (this.#closed) return;
    if (outcomes.some(({ status }) => status !== null && status >= 200 && status < 300)) {
      this.#settle(event, endpointId);
    } else {
      this.#scheduleRetry(event, endpointId, attempt);
    }
  }

  async #sendOnce(event: EventRecord, endpoint: EndpointRecord, attempt: number): Promise<Outcome> {
    return this.#limiter.run(async () => {
      const { clock, settings } = this.engine;
      const payload = eventObject(this.engine, event, apiVersionOf(endpoint));
      this.onPayload(payload);
      const body = jsonText(payload).trimEnd();
      const atMs = clock.nowMs();
      const secrets = endpoint.switches.wrongSignature
        ? [`whsec_${randomBytes(24).toString('hex')}`]
        : liveSecrets(endpoint, atMs).map((secret) => secret.value);
      const signature = signatureHeader(body, secrets, nowSeconds(this.clock));
      const outcome = await this.#sender.send(
        urlOf(endpoint),
        body,
        signature,
        settings.webhookTimeoutMs,
      );
      // A delivery that the server's shutdown cut short does not count: it is made again after the next start.
      if (!this.#closed) this.#record(event, endpoint, attempt, atMs, outcome);
      return outcome;
    });
  }

  #record(
    event: EventRecord,
    endpoint: EndpointRecord,
    attempt: number,
    atMs: number,
    outcome: Outcome,
  ): void {
    event.deliveries.push({
      endpointId: endpoint.object.id,
      url: urlOf(endpoint),
      attempt,
      atMs,
      durationMs: this.engine.clock.nowMs() - atMs,
      ...outcome,
    });
    if (event.deliveries.length > KEPT_DELIVERIES) event.deliveries.shift();
    this.#keep(event);
  }

  #settle(event: EventRecord, endpointId: string): void {
    event.pendingEndpoints = event.pendingEndpoints.filter((id) => id !== endpointId);
    this.#keep(event);
  }

  #keep(event: EventRecord): void {
    // An event that was evicted for newer ones must not be stored again.
    if (this.engine.store.events.get(event.id)) this.engine.store.events.put(event.id, event);
  }

  #scheduleRetry(event: EventRecord, endpointId: string, attempts: number): void {
    const waitMs = attempts === 0 ? 0 : this.engine.settings.retryScheduleMs[attempts - 1];
    if (waitMs === undefined) return;
    const cancel = this.engine.clock.after(waitMs, () => {
      this.#retries.delete(key(event.id, endpointId));
      void this.#track(this.#try(event, endpointId));
    });
    this.#retries.set(key(event.id, endpointId), { eventId: event.id, endpointId, cancel });
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        this.#waits.delete(end);
        resolve();
      };
      const cancel = this.engine.clock.after(delayMs, end);
      this.#waits.add(end);
    });
  }
}

const DROPPED: Outcome = { status: null, body: null, error: 'dropped by a switch' };

const key = (eventId: string, endpointId: string) => `${eventId} ${endpointId}`;

function lastDelivery(event: EventRecord, endpointId: string): Delivery | undefined {
  return event.deliveries.findLast((delivery) => delivery.endpointId === endpointId);
}
