import Stripe from 'stripe';
import { createSandbox, type Sandbox, type SandboxOptions } from '../create-sandbox';

export const WEBHOOK_SECRET = 'whsec_0123456789abcdef';

/** A sandbox and the official SDK pointed at it. */
export interface Client {
  sandbox: Sandbox;
  stripe: Stripe;
  /** Calls the control API; returns the parsed body for any status. */
  control(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<ControlAnswer>;
  /** Posts the hosted page's form as a browser would. */
  pay(sessionUrl: string | null, fields?: Record<string, string>): Promise<Response>;
}

export interface ControlAnswer {
  status: number;
  // The bodies of the control API differ by path; each test knows its own.
  body: Record<string, never> & { [name: string]: unknown };
}

/** Starts a sandbox that holds every answer against the SDK's types. */
export async function startClient(options: SandboxOptions = {}): Promise<Client> {
  const sandbox = await createSandbox({ validateShapes: true, ...options });
  const stripe = sdkFor(sandbox.url);
  return {
    sandbox,
    stripe,
    async control(method, path, body) {
      const response = await fetch(`${sandbox.url}/sandbox/api/${path}`, {
        method,
        ...(body && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      return { status: response.status, body: (await response.json()) as ControlAnswer['body'] };
    },
    pay: (sessionUrl, fields = {}) =>
      fetch(String(sessionUrl), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ...JENNY, ...fields }),
      }),
  };
}

/** A page below a session's payment page, such as "update"; the URL's fragment is dropped, as browsers do. */
export function pageBelow(sessionUrl: string | null, name: string): string {
  return `${String(sessionUrl).replace(/#.*$/, '')}/${name}`;
}

export const JENNY = {
  email: 'jenny.rosen@example.com',
  cardNumber: '4242 4242 4242 4242',
  cardExpiry: '12 / 40',
  cardCvc: '123',
  billingName: 'Jenny Rosen',
};

/** The official SDK, unmodified, talking to `url`. */
export function sdkFor(url: string, key = 'sk_test_suite'): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(key, {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
}
