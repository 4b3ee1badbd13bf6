import type { EventSubject } from '../jobs/queues';
import type { VerifiedEvent } from './verify-event';

const sessionTypes = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
] as const;

const paymentTypes = [
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.closed',
] as const;

/** Thin events. Stripe does not list them together with the others. */
const accountTypes = [
  'v2.core.account.updated',
  'v2.core.account[configuration.customer].updated',
] as const;

/** Whether the type usually pays an order. The time from such an event to fulfilment is measured. */
export const isPaying = (type: string) =>
  ['checkout.session.completed', 'checkout.session.async_payment_succeeded'].includes(type);

/** The types that change orders. https://docs.stripe.com/api/events/types */
export const handledTypes = [...sessionTypes, ...paymentTypes] as const;

/** The types of thin events that change orders: the twins of `handledTypes`, and those of Accounts v2. */
export const handledThinTypes: readonly string[] = [
  ...handledTypes.map((type) => `v1.${type}`),
  ...accountTypes,
];

/** What an event is about, or undefined for a type that changes no order. */
export function subjectOf({ type, object }: VerifiedEvent): EventSubject | undefined {
  if (isOneOf(sessionTypes, type)) {
    return isId(object.id, 'cs_') ? { stripeSessionId: object.id } : undefined;
  }
  if (isOneOf(paymentTypes, type)) {
    const intent = object['payment_intent'];
    return isId(intent, 'pi_') ? { stripePaymentIntentId: intent } : undefined;
  }
  if (isOneOf(accountTypes, type)) {
    return isId(object.id, 'acct_') ? { stripeAccountId: object.id } : undefined;
  }
  return undefined;
}

const isOneOf = (types: readonly string[], type: string) => types.includes(type);

const isId = (value: unknown, prefix: string): value is string =>
  typeof value === 'string' &&
  /^[a-z]+_[A-Za-z0-9_]{1,250}$/.test(value) &&
  value.startsWith(prefix);
