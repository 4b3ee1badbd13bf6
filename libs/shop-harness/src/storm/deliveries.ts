import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient } from '../network/http-client';
import { randomBetween } from '../random';
import { WEBHOOK_SECRET } from '../shop/webhook-secret';
import { sign, WEBHOOK_PATH } from '../shop/stripe-event';
import type { StripeEvent } from '../shop/stripe-event';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1000;
/** About the time that Stripe waits for an endpoint. */
const TIMEOUT_MS = 10_000;
/** Stripe itself retries for three days. */
const GIVE_UP_MS = 60_000;

/**
 * Delivers events and counts the answers by status, and the deliveries without an answer. Disposing it ends all
 * deliveries.
 */
export class Deliveries implements Disposable {
  readonly statuses: Record<string, number> = {};
  /** Deliveries without an answer, by the code of the socket's error. */
  readonly unanswered: Record<string, number> = {};
  /** Ids of events that were answered with 2xx. The API must not lose them. */
  readonly acknowledged = new Set<string>();
  /** Events that were not acknowledged within a minute. */
  abandoned = 0;
  #ended = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly client: Pick<HttpClient, 'ask' | 'close'>) {}

  /** Delivers the event once. @returns the status; undefined when there is no answer */
  async once(
    apiUrl: string,
    event: StripeEvent,
    secrets: string[] = [WEBHOOK_SECRET],
  ): Promise<number | undefined> {
    try {
      const { status } = await this.client.ask(apiUrl + WEBHOOK_PATH, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': sign(event.body, ...secrets),
        },
        body: event.body,
        timeoutMs: TIMEOUT_MS,
      });
      this.statuses[status] = (this.statuses[status] ?? 0) + 1;
      if (status >= 200 && status < 300) {
        this.acknowledged.add(event.id);
        for (const listener of this.#listeners) listener();
      }
      return status;
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      this.unanswered[code] = (this.unanswered[code] ?? 0) + 1;
      return undefined;
    }
  }

  /**
   * Delivers the event until it is acknowledged, as Stripe does: each time with a new signature, after a random,
   * growing pause.
   */
  async untilTaken(apiUrl: () => string, event: StripeEvent, secrets?: string[]): Promise<void> {
    const giveUpAt = performance.now() + GIVE_UP_MS;
    let longestMs = FIRST_RETRY_MS;
    while (!this.#ended) {
      const status = await this.once(apiUrl(), event, secrets);
      if (status !== undefined && status >= 200 && status < 300) return;
      if (performance.now() > giveUpAt) {
        this.abandoned += 1;
        return;
      }
      await wait(randomBetween(longestMs / 2, longestMs));
      longestMs = Math.min(longestMs * 2, LONGEST_RETRY_MS);
    }
  }

  /** The number of answers with a matching status. */
  answered(matches: (status: number) => boolean): number {
    return Object.entries(this.statuses)
      .filter(([status]) => matches(Number(status)))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  /** Resolves at the moment at which this many events are acknowledged. Rejects after two minutes. */
  reached(acknowledged: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const tooLong = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`Only ${this.acknowledged.size} events were acknowledged.`));
      }, 2 * GIVE_UP_MS);
      const look = () => {
        if (this.acknowledged.size < acknowledged) return;
        clearTimeout(tooLong);
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  [Symbol.dispose](): void {
    this.#ended = true;
    this.client.close();
  }
}
