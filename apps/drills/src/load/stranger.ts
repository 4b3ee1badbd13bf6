import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer, HttpClient } from '@shop/shop-harness/network/http-client';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';

const TIMEOUT_MS = 20_000;

/** What a stranger tries against a shop: everything that might write a row, and a look at what does not exist. */
export class Stranger {
  /** Of the requests so far, by kind and status. */
  readonly statuses: Record<string, number> = {};
  /** The longest time of an answer that refused something, in milliseconds. */
  longestRefusalMs = 0;
  serverErrors = 0;
  #turn = 0;
  readonly #key = randomUUID();

  constructor(
    private readonly client: Pick<HttpClient, 'ask'>,
    private readonly url: string,
    private readonly priceId: string,
    /** An order whose link the stranger has. */
    private readonly known: PlacedOrder,
  ) {}

  /** Sends the next request. */
  async next(): Promise<void> {
    const kinds = this.#kinds();
    const [kind, ask] = kinds[this.#turn++ % kinds.length] ?? kinds[0];
    const { status, ms } = await ask();
    this.statuses[`${kind} ${status}`] = (this.statuses[`${kind} ${status}`] ?? 0) + 1;
    if (status >= 400) this.longestRefusalMs = Math.max(this.longestRefusalMs, ms);
    if (status >= 500) this.serverErrors += 1;
  }

  #kinds(): [[string, () => Promise<Answer>], ...[string, () => Promise<Answer>][]] {
    const unknown = `cs_test_a1${randomBytes(28).toString('hex')}`;
    const cookie = `browser=${randomBytes(32).toString('base64url')}`;
    return [
      ['check of an unknown order', () => this.#check(unknown)],
      ['check of a known order', () => this.#check(this.known.stripeSessionId)],
      ['look at an unknown order', () => this.#look(unknown)],
      ['new key', () => this.#checkout(randomUUID())],
      ['new key and cookie', () => this.#checkout(randomUUID(), { cookie })],
      ['known key', () => this.#checkout(this.#key)],
    ];
  }

  #look(id: string): Promise<Answer> {
    const url = `${this.url}/api/orders/confirmation?session_id=${id}`;
    return this.client.ask(url, { timeoutMs: TIMEOUT_MS });
  }

  #check(sessionId: string): Promise<Answer> {
    return this.#post('orders/confirmation/verification', {
      sessionId,
      email: 'wrong@drill.example',
    });
  }

  #checkout(key: string, headers: Record<string, string> = {}): Promise<Answer> {
    const items = [{ priceId: this.priceId, quantity: 1 }];
    return this.#post('checkout', { items }, { 'idempotency-key': key, ...headers });
  }

  #post(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.client.ask(`${this.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      timeoutMs: TIMEOUT_MS,
    });
  }
}
