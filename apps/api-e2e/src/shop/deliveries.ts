import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient } from '../network/http-client';
import { randomBetween } from '../random';
import { SECRET } from './secret';
import { sign, WEBHOOK_PATH } from './stripe-event';
import type { DrillEvent } from './stripe-event';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1000;

/** What became of deliveries, counted: by status, and those that got no answer at all. */
export class Deliveries {
  readonly statuses: Record<string, number> = {};
  /** By the code of the socket's error. */
  readonly unanswered: Record<string, number> = {};
  /** Events that were answered with 2xx: from then on they are the API's to keep. */
  readonly acknowledged = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly client: HttpClient) {}

  /** One try. @returns the status, or undefined without an answer */
  async once(
    apiUrl: string,
    event: DrillEvent,
    secrets: string[] = [SECRET],
  ): Promise<number | undefined> {
    try {
      const { status } = await this.client.ask(apiUrl + WEBHOOK_PATH, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': sign(event.body, ...secrets),
        },
        body: event.body,
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
  async untilTaken(apiUrl: () => string, event: DrillEvent, secrets?: string[]): Promise<void> {
    let longestMs = FIRST_RETRY_MS;
    for (;;) {
      const status = await this.once(apiUrl(), event, secrets);
      if (status !== undefined && status >= 200 && status < 300) return;
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

  /** Resolves in the very moment in which so many events are acknowledged. */
  reached(acknowledged: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.acknowledged.size < acknowledged) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }
}
