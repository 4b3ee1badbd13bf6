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
      charges: collection(),
      coupons: collection(),
      customers: collection(),
      disputes: collection(),
      endpoints: collection(),
      events: collection(),
      invoicePayments: collection(),
      invoices: collection(),
      paymentIntents: collection(),
      paymentMethods: collection(),
      prices: collection(),
      products: collection(),
      promotionCodes: collection(),
      refunds: collection(),
      sessions: collection(),
      setupIntents: collection(),
      shippingRates: collection(),
      subscriptions: collection(),
      taxRates: collection(),
    },
    settings: { ...defaultSettings, ...options.settings },
    world: { publicUrl: '', onEvent: () => undefined },
    request: { id: null, idempotency_key: null },
  };
}

/** The same account as seen from one API request, so that its events can say what caused them. */
export function duringRequest(engine: Engine, request: RequestOrigin): Engine {
  return { ...engine, request };
}

/** All collections by name, for what concerns every one of them: saving, loading, forgetting. */
export function collectionsOf(engine: Engine): [string, Collection<unknown>][] {
  return Object.entries(engine.store) as [string, Collection<unknown>][];
}
