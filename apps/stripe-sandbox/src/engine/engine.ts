import type Stripe from 'stripe';
import type { Clock } from './clock';
import { Collection } from './collection';
import type { EventRecord } from './events';
import type { SessionRecord } from './checkout/session-record';
import type { PaymentMethodRecord } from './payment/payment-methods';
import type { EndpointRecord } from './endpoint-record';
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
  coupons: Collection<Stripe.Coupon | Stripe.DeletedCoupon>;
  customers: Collection<Stripe.Customer | Stripe.DeletedCustomer>;
  disputes: Collection<Stripe.Dispute>;
  endpoints: Collection<EndpointRecord>;
  events: Collection<EventRecord>;
  invoicePayments: Collection<Stripe.InvoicePayment>;
  invoices: Collection<Stripe.Invoice>;
  paymentIntents: Collection<Stripe.PaymentIntent>;
  paymentMethods: Collection<PaymentMethodRecord>;
  prices: Collection<Stripe.Price>;
  products: Collection<Stripe.Product | Stripe.DeletedProduct>;
  promotionCodes: Collection<Stripe.PromotionCode>;
  refunds: Collection<Stripe.Refund>;
  sessions: Collection<SessionRecord>;
  setupIntents: Collection<Stripe.SetupIntent>;
  shippingRates: Collection<Stripe.ShippingRate>;
  subscriptions: Collection<Stripe.Subscription>;
  taxRates: Collection<Stripe.TaxRate>;
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
