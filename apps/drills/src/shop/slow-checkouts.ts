import { setTimeout as wait } from 'node:timers/promises';
import type { HttpClient } from '@shop/shop-harness/network/http-client';
import { checkoutOf } from '@shop/shop-harness/shop/orders';

/** A checkout that was sent this long before SIGTERM counts as accepted by the API. */
const IN_HAND_MS = 200;
const PAUSE_MS = 50;

/** Sends checkouts while Stripe is slow, and counts what became of those that the API had accepted before SIGTERM. */
export class SlowCheckouts {
  readonly statuses: Record<string, number> = {};
  readonly unanswered: Record<string, number> = {};
  inHand = 0;
  inHandRefused = 0;
  #endingAt = Number.NEGATIVE_INFINITY;
  #shopper = 0;

  constructor(
    private readonly client: HttpClient,
    private readonly apiUrl: string,
    private readonly priceId: string,
  ) {}

  /** Notes that the API gets SIGTERM now. */
  ending(): void {
    this.#endingAt = performance.now();
  }

  /** Sends one checkout of a new shopper. */
  async once(): Promise<void> {
    const start = performance.now();
    this.#shopper += 1;
    const ask = checkoutOf(this.#shopper, this.priceId);
    try {
      const { status } = await this.client.ask(`${this.apiUrl}/api/checkout`, ask);
      this.statuses[status] = (this.statuses[status] ?? 0) + 1;
      const wasInHand = start < this.#endingAt - IN_HAND_MS && performance.now() > this.#endingAt;
      if (wasInHand) this.inHand += 1;
      if (wasInHand && status !== 201) this.inHandRefused += 1;
      if (status !== 201) await wait(PAUSE_MS);
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      this.unanswered[code] = (this.unanswered[code] ?? 0) + 1;
      await wait(PAUSE_MS);
    }
  }
}
