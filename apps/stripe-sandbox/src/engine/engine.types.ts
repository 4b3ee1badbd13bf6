import type Stripe from 'stripe';
import type { SessionRecord } from './checkout/session-record';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { EndpointRecord } from './endpoint-record';
import type { EventRecord } from './event-record';
import type { PaymentMethodRecord } from './payment/payment-method-record';
import type { FileRecord } from './file-record';
import type { Settings } from './settings';

/** The API request that caused an operation; events carry it. */
export interface RequestOrigin {
  id: string | null;
  idempotency_key: string | null;
}

/** All objects of the account. */
export interface Store {
  accounts: Collection<Stripe.V2.Core.Account>;
  balanceTransactions: Collection<Stripe.BalanceTransaction>;
  /** Minor units by currency, by the customer's id. */
  cashBalances: Collection<Record<string, number>>;
  charges: Collection<Stripe.Charge>;
  coupons: Collection<Stripe.Coupon | Stripe.DeletedCoupon>;
  customers: Collection<Stripe.Customer | Stripe.DeletedCustomer>;
  disputes: Collection<Stripe.Dispute>;
  earlyFraudWarnings: Collection<Stripe.Radar.EarlyFraudWarning>;
  endpoints: Collection<EndpointRecord>;
  events: Collection<EventRecord>;
  /** By the id in their public address. */
  files: Collection<FileRecord>;
  invoiceItems: Collection<Stripe.InvoiceItem>;
  invoicePayments: Collection<Stripe.InvoicePayment>;
  invoices: Collection<Stripe.Invoice>;
  paymentIntents: Collection<Stripe.PaymentIntent>;
  paymentMethods: Collection<PaymentMethodRecord>;
  portalSessions: Collection<Stripe.BillingPortal.Session>;
  prices: Collection<Stripe.Price>;
  products: Collection<Stripe.Product | Stripe.DeletedProduct>;
  promotionCodes: Collection<Stripe.PromotionCode>;
  refunds: Collection<Stripe.Refund>;
  reviews: Collection<Stripe.Review>;
  sessions: Collection<SessionRecord>;
  setupIntents: Collection<Stripe.SetupIntent>;
  shippingRates: Collection<Stripe.ShippingRate>;
  subscriptions: Collection<Stripe.Subscription>;
  taxRates: Collection<Stripe.TaxRate>;
}

/** What surrounds the account. */
export interface World {
  /** The start of every hosted page's URL, without a slash at its end. */
  publicUrl: string;
  /** Hosts that the server's configuration names: events may be sent to them, wherever they are. */
  knownHosts: Set<string>;
  /** Starts the delivery of a new event. */
  onEvent: (event: EventRecord) => void;
  /** Sends an event once more to these endpoints. */
  redeliver: (event: EventRecord, endpointIds: string[]) => Promise<void>;
}

/** The state of one Stripe account, and what its operations need: the clock, the settings, the public URL. */
export interface Engine {
  readonly clock: Clock;
  readonly store: Store;
  readonly settings: Settings;
  readonly world: World;
  readonly request: RequestOrigin;
}
