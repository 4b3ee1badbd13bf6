import type Stripe from 'stripe';
import type { Clock } from './clock';
import { Collection } from './collection';
import type { EventRecord } from './events';
import type { SessionRecord } from './checkout/session-record';
import type { EndpointRecord } from './webhook-endpoints';
import { defaultSettings, type Settings } from './settings';

/** The request that an operation is part of; its events name it. */
export interface RequestOrigin {
  id: string | null;
  idempotency_key: string | null;
}

/** All that the account holds. */
export interface Store {
  accounts: Collection<Stripe.V2.Core.Account>;
  balanceTransactions: Collection<Stripe.BalanceTransaction>;
  charges: Collection<Stripe.Charge>;
  customers: Collection<Stripe.Customer | Stripe.DeletedCustomer>;
  endpoints: Collection<EndpointRecord>;
  events: Collection<EventRecord>;
  paymentIntents: Collection<Stripe.PaymentIntent>;
  paymentMethods: Collection<Stripe.PaymentMethod>;
  prices: Collection<Stripe.Price>;
  products: Collection<Stripe.Product | Stripe.DeletedProduct>;
  sessions: Collection<SessionRecord>;
}

/** The state of one Stripe account, and what its operations need to know of the world. */
export interface Engine {
  readonly clock: Clock;
  readonly store: Store;
  readonly settings: Settings;
  /** Where hosted pages live: the start of every `url` the account hands out, without a slash at its end. */
  readonly world: { publicUrl: string; onEvent: (event: EventRecord) => void };
  readonly request: RequestOrigin;
}

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
      customers: collection(),
      endpoints: collection(),
      events: collection(),
      paymentIntents: collection(),
      paymentMethods: collection(),
      prices: collection(),
      products: collection(),
      sessions: collection(),
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
