import type { HttpClient } from '@shop/shop-harness/network/http-client';

const TIMEOUT_MS = 20_000;

/** A shopper with one cart and one idempotency key, who clicks until a page to pay on opens. */
export class CartAttempt {
  readonly statuses: Record<string, number> = {};
  /** The URLs of the pages to pay on that the shopper was sent to. */
  readonly urls = new Set<string>();
  longestMs = 0;

  constructor(
    private readonly client: HttpClient,
    private readonly apiUrl: string,
    private readonly key: string,
    private readonly priceId: string,
  ) {}

  /** Clicks several times at once. @returns whether one click led to a page to pay on */
  async click(times: number): Promise<boolean> {
    const taken = await Promise.all(Array.from({ length: times }, () => this.once()));
    return taken.some(Boolean);
  }

  private async once(): Promise<boolean> {
    const { status, body, ms } = await this.client.ask(`${this.apiUrl}/api/checkout`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': this.key,
        'x-forwarded-for': addressOf(this.key),
      },
      body: JSON.stringify({ items: [{ priceId: this.priceId, quantity: 1 }] }),
      timeoutMs: TIMEOUT_MS,
    });
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    this.longestMs = Math.max(this.longestMs, ms);
    if (status !== 201) return false;
    this.urls.add((JSON.parse(body) as { url: string }).url);
    return true;
  }
}

/** An IP address for each shopper. */
const addressOf = (key: string) =>
  `10.${[0, 2, 4].map((at) => parseInt(key.slice(at, at + 2), 16)).join('.')}`;
