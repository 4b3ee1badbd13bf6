import type { Answer, Ask, HttpClient } from '@shop/shop-harness/network/http-client';

interface Observation {
  startedAt: number;
  endedAt: number;
  /** Undefined when there was no answer. */
  status: number | undefined;
}

/** Sends requests through a client and records the time and the status of each answer. */
export class ObservedClient {
  readonly #seen: Observation[] = [];
  readonly #asking = new Set<number>();

  constructor(private readonly client: HttpClient) {}

  async ask(url: string, what: Ask = {}): Promise<Answer> {
    const startedAt = performance.now();
    let status: number | undefined;
    this.#asking.add(startedAt);
    try {
      const answer = await this.client.ask(url, what);
      status = answer.status;
      return answer;
    } finally {
      this.#asking.delete(startedAt);
      this.#seen.push({ startedAt, endedAt: performance.now(), status });
    }
  }

  close(): void {
    this.client.close();
  }

  /** The longest time of a request, in milliseconds. */
  get longestMs(): number {
    return this.longestMsSince(0);
  }

  /** The longest time of a request that was sent after that moment, in milliseconds. */
  longestMsSince(moment: number): number {
    return this.#seen
      .filter(({ startedAt }) => startedAt >= moment)
      .reduce((most, one) => Math.max(most, one.endedAt - one.startedAt), 0);
  }

  get unanswered(): number {
    return this.#seen.filter(({ status }) => status === undefined).length;
  }

  /** The number of requests that were sent and answered in this period, by status. */
  statusesWithin(from: number, to: number): Record<string, number> {
    const statuses: Record<string, number> = {};
    for (const { startedAt, endedAt, status = 'none' } of this.#seen) {
      if (startedAt >= from && endedAt <= to) statuses[status] = (statuses[status] ?? 0) + 1;
    }
    return statuses;
  }

  /** For how long every answer has been 200, in milliseconds; 0 while a request from before that moment waits. */
  calmMsSince(moment: number): number {
    if ([...this.#asking].some((startedAt) => startedAt < moment)) return 0;
    return performance.now() - moment - this.lastRefusalAfter(moment);
  }

  /** The time from that moment to the last answer that was not 200, in milliseconds; 0 when there is none. */
  lastRefusalAfter(moment: number): number {
    return this.#seen
      .filter(({ status, endedAt }) => status !== 200 && endedAt > moment)
      .reduce((last, { endedAt }) => Math.max(last, endedAt - moment), 0);
  }
}
