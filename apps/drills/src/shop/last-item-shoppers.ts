import { randomUUID } from 'node:crypto';
import type { HttpClient } from '@shop/shop-harness/network/http-client';
import { pick } from '@shop/shop-harness/random';
import type { Shop } from '@shop/shop-harness/shop/shop';

const METHODS = ['card', 'card', 'konbini'] as const;

/** The checkout of one browser. */
interface Checkout {
  stripeSessionId: string;
  cookie: string;
}

/** What shoppers of the last item do, each from an IP address of their own. */
export class LastItemShoppers {
  /** Sessions that Stripe was paid for. */
  readonly paid: string[] = [];
  /** How the API has answered, by status. */
  readonly answers: Record<string, number> = {};
  #shoppers = 0;

  /** @param urls of the replicas */
  constructor(
    private readonly shop: Shop,
    private readonly client: HttpClient,
    private readonly urls: readonly string[],
  ) {}

  /** @returns undefined when the API refuses */
  async checkOut(priceId: string, replaced?: Checkout): Promise<Checkout | undefined> {
    this.#shoppers += 1;
    const address = [this.#shoppers >> 16, this.#shoppers >> 8, this.#shoppers];
    const answer = await this.client.ask(`${pick(Math.random, this.urls)}/api/checkout`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'x-forwarded-for': `10.${address.map((n) => n & 255).join('.')}`,
        ...(replaced && { cookie: replaced.cookie }),
      },
      body: JSON.stringify({
        items: [{ priceId, quantity: 1 }],
        ...(replaced && { replaces: replaced.stripeSessionId }),
      }),
    });
    this.answers[answer.status] = (this.answers[answer.status] ?? 0) + 1;
    const stripeSessionId = /cs_test_[A-Za-z0-9]+/.exec(answer.body)?.[0];
    if (answer.status !== 201 || !stripeSessionId) return undefined;
    const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat();
    return { stripeSessionId, cookie: cookie.split(';')[0] ?? '' };
  }

  /** Follows the recovery link of an expired checkout and pays, at once or by a voucher. */
  async recover(recoveryUrl: string): Promise<void> {
    const { url } = await fetch(recoveryUrl);
    const stripeSessionId = /cs_test_[A-Za-z0-9]+/.exec(url)?.[0];
    if (!stripeSessionId) throw new Error(`The recovery link leads to ${url}.`);
    const method = pick(Math.random, METHODS);
    await this.shop.sandbox.complete(stripeSessionId, { method });
    if (method === 'card') this.paid.push(stripeSessionId);
    else await this.endVoucher(stripeSessionId);
    await this.look(stripeSessionId);
  }

  /** Checks out, and pays or lets the checkout expire. */
  async buy(priceId: string): Promise<void> {
    const checkout = await this.checkOut(priceId);
    if (!checkout) return;
    const { stripeSessionId } = checkout;
    if (Math.random() < 0.3) await this.shop.stripe.checkout.sessions.expire(stripeSessionId);
    else await this.pay(stripeSessionId);
    await this.look(stripeSessionId);
  }

  /** Checks out, takes a voucher, and pays it, lets it expire, or pays by card in its place. */
  async takeVoucher(priceId: string): Promise<void> {
    const checkout = await this.checkOut(priceId);
    if (!checkout) return;
    const { stripeSessionId } = checkout;
    await this.shop.sandbox.complete(stripeSessionId, { method: 'konbini' });
    // Stripe is paid while the shopper asks for another way to pay: one of the two is first.
    const [, other] = await Promise.all([
      this.endVoucher(stripeSessionId),
      this.checkOut(priceId, checkout),
    ]);
    if (other) await this.pay(other.stripeSessionId);
  }

  async refund(): Promise<void> {
    const stripeSessionId = pick(Math.random, this.paid);
    // It may be refunded already.
    await this.shop.sandbox
      .call('POST', `sessions/${stripeSessionId}/refund`, {})
      .catch(() => undefined);
  }

  private async pay(stripeSessionId: string): Promise<void> {
    await this.shop.sandbox.complete(stripeSessionId, { method: 'card' });
    this.paid.push(stripeSessionId);
  }

  /** A voucher that has been cancelled is neither paid nor expires. */
  private async endVoucher(stripeSessionId: string): Promise<void> {
    const end = pick(Math.random, ['settle', 'settle', 'fail'] as const);
    try {
      await this.shop.sandbox.call('POST', `sessions/${stripeSessionId}/${end}`, {});
      if (end === 'settle') this.paid.push(stripeSessionId);
    } catch {
      return;
    }
  }

  /** Looks at the confirmation, which reads the session from Stripe. */
  async look(stripeSessionId: string): Promise<void> {
    const path = `/api/orders/confirmation?session_id=${stripeSessionId}`;
    const { status } = await this.client.ask(pick(Math.random, this.urls) + path);
    this.answers[status] = (this.answers[status] ?? 0) + 1;
  }
}
