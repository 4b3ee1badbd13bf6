import type { Clock } from './clock';
import { Collection } from './collection';
import type { Engine, RequestOrigin } from './engine.types';
import { defaultSettings, type Settings } from './settings';

export interface EngineOptions {
  clock: Clock;
  maxObjects: number;
  settings?: Partial<Settings>;
  onChange: () => void;
}

/** An empty account. */
export function createEngine(options: EngineOptions): Engine {
  const collection = <T>() => new Collection<T>(options.maxObjects, options.onChange);
  return {
    clock: options.clock,
    store: {
      accounts: collection(),
      balanceTransactions: collection(),
      cashBalances: collection(),
      charges: collection(),
      coupons: collection(),
      customers: collection(),
      disputes: collection(),
      earlyFraudWarnings: collection(),
      endpoints: collection(),
      events: collection(),
      files: collection(),
      invoiceItems: collection(),
      invoicePayments: collection(),
      invoices: collection(),
      paymentIntents: collection(),
      paymentMethods: collection(),
      portalSessions: collection(),
      prices: collection(),
      products: collection(),
      promotionCodes: collection(),
      refunds: collection(),
      reviews: collection(),
      sessions: collection(),
      setupIntents: collection(),
      shippingRates: collection(),
      subscriptions: collection(),
      taxRates: collection(),
    },
    settings: { ...defaultSettings, ...options.settings },
    world: {
      publicUrl: '',
      knownHosts: new Set(),
      onEvent: () => undefined,
      redeliver: () => Promise.resolve(),
    },
    request: { id: null, idempotency_key: null },
  };
}

/** The same account during one API request: its events carry the request's id. */
export function duringRequest(engine: Engine, request: RequestOrigin): Engine {
  return { ...engine, request };
}

/** All collections by name, to save, load or clear them. */
export function collectionsOf(engine: Engine): [string, Collection<unknown>][] {
  return Object.entries(engine.store) as [string, Collection<unknown>][];
}
