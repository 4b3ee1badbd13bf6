import type Stripe from 'stripe';

/** Who pays, and how. What is left out is Jenny Rosen's, with a card that works. */
export interface Payer {
  name?: string;
  email?: string;
  phone?: string;
  /** A payment method type of Stripe's: `card`, `us_bank_account`, `konbini` … */
  method?: string;
}

/**
 * Client of the sandbox's control API: what a test may do that neither a shopper nor Stripe's API can. All paths are in
 * apps/stripe-sandbox/README.md. Each call rejects when the sandbox does not answer with 2xx.
 */
export class SandboxControl {
  /** @param url origin of the sandbox */
  constructor(readonly url: string) {}

  /** Pays a Checkout Session as a shopper would, without a browser. */
  async complete(stripeSessionId: string, payer: Payer = {}): Promise<void> {
    await this.call('POST', `sessions/${stripeSessionId}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      ...payer,
    });
  }

  /** The Checkout Session as Stripe's API shows it now. */
  session(stripeSessionId: string): Promise<Stripe.Checkout.Session> {
    return this.call('GET', `sessions/${stripeSessionId}`) as Promise<Stripe.Checkout.Session>;
  }

  /** Sets how Stripe's API fails from now on: statuses, latency, resets. Without an argument it works again. */
  async faults(faults: object = {}): Promise<void> {
    await this.call('PUT', 'faults', faults);
  }

  /** Changes how the sandbox sends webhooks. */
  async switches(switches: object): Promise<void> {
    await this.call('PUT', 'switches', switches);
  }

  /** Any other call. @param path below /sandbox/api/ @returns the parsed body; undefined when it is empty */
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
