import type Stripe from 'stripe';

/** The sandbox's control API: what a test may do that a shopper or Stripe's API cannot. */
export class SandboxControl {
  constructor(readonly url: string) {}

  /** Pays a session as a shopper would. */
  async complete(stripeSessionId: string, email: string): Promise<void> {
    await this.call('POST', `sessions/${stripeSessionId}/complete`, { name: 'Jenny Rosen', email });
  }

  session(stripeSessionId: string): Promise<Stripe.Checkout.Session> {
    return this.call('GET', `sessions/${stripeSessionId}`) as Promise<Stripe.Checkout.Session>;
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/sandbox/api/${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`sandbox: ${method} ${path} → ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
