import type { EventEmitter } from 'node:events';
import Stripe from 'stripe';
import type { TestApi } from './start-test-api';

/** The calls of Stripe that the API makes from now on, as `GET /v1/checkout/sessions/cs_…`. */
export interface StripeCalls {
  /** Those whose path or query has the text. */
  about: (text: string) => string[];
  stop: () => void;
}

export function recordStripeCalls(api: TestApi): StripeCalls {
  // The SDK types its listeners as anything.
  const stripe: Pick<EventEmitter, 'on' | 'off'> = api.app.get(Stripe, { strict: false });
  const calls: string[] = [];
  const record = ({ method, path }: Stripe.RequestEvent) => void calls.push(`${method} ${path}`);
  stripe.on('request', record);
  return {
    about: (text) => calls.filter((call) => call.includes(text)),
    stop: () => void stripe.off('request', record),
  };
}
