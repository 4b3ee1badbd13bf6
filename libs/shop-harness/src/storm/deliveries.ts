import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient } from '../network/http-client';
import { randomBetween } from '../random';
import { WEBHOOK_SECRET } from '../shop/webhook-secret';
import { sign, WEBHOOK_PATH } from '../shop/stripe-event';
import type { StripeEvent } from '../shop/stripe-event';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1000;
/** Stripe gives an endpoint about as long. */
const TIMEOUT_MS = 10_000;
/** Stripe tries for three days. */
const GIVE_UP_MS = 60_000;

/** What became of deliveries, counted: by status, and those that got no answer at all. Disposing it ends them all. */
export class Deliveries implements Disposable {
  readonly statuses: Record<string, number> = {};
  /** By the code of the socket's error. */
  readonly unanswered: Record<string, number> = {};
  /** Events that were answered with 2xx: from then on they are the API's to keep. */
  readonly acknowledged = new Set<string>();
  /** Events that nobody took for a minute. */
  abandoned = 0;
  #ended = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly client: Pick<HttpClient, 'ask' | 'close'>) {}

  /** One try. @returns the status, or undefined without an answer */
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

  /** Tries again, as Stripe does, with a new signature after a random and growing wait, until it is taken. */
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

  /** How many answers had such a status. */
  answered(matches: (status: number) => boolean): number {
    return Object.entries(this.statuses)
      .filter(([status]) => matches(Number(status)))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  /** Resolves in the very moment in which so many events are acknowledged; rejects when nothing is for long. */
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
