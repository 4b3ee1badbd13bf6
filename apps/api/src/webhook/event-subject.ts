import type { EventSubject, ObjectSubject } from '../jobs/queues';
import type { VerifiedEvent } from './verify-event';

const sessionTypes = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
] as const;

/** Their object is a charge, refund, dispute, review or early fraud warning: each names its payment. */
const paymentTypes = [
  'charge.refunded',
  'charge.refund.updated',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  'review.opened',
  'review.closed',
  'radar.early_fraud_warning.created',
] as const;

/** Their object is the payment: a part of a bank transfer has come, or nobody can pay it any more. */
const intentTypes = ['payment_intent.partially_funded', 'payment_intent.canceled'] as const;

/** Their object is the subscription. Every renewal, paid or not, updates it: its invoices need no events of their own. */
const subscriptionTypes = [
  'customer.subscription.updated',
  'customer.subscription.deleted',
] as const;

/** Thin events. Stripe does not list them together with the others. */
const accountTypes = [
  'v2.core.account.updated',
  'v2.core.account[configuration.customer].updated',
] as const;

/** Stripe failed to make events. A thin event, and a preview. */
const HEALTH_TYPE = 'v2.core.health.event_generation_failure.resolved';

const TWIN = 'v1.';

/** The type of the thin event that tells the same as a snapshot event (https://docs.stripe.com/event-destinations). */
export const twinOf = (type: string): string => TWIN + type;

/** The object that a thin event about a payment names, by the beginning of its type. The first that fits counts. */
const objectKinds: [start: string, kind: ObjectSubject['stripeObject']][] = [
  ['charge.dispute.', 'dispute'],
  ['charge.refund.', 'refund'],
  ['charge.', 'charge'],
  ['refund.', 'refund'],
  ['review.', 'review'],
  ['radar.early_fraud_warning.', 'early_fraud_warning'],
];

/** Whether the type usually pays an order. The time from such an event to fulfilment is measured. */
export const isPaying = (type: string) =>
  ['checkout.session.completed', 'checkout.session.async_payment_succeeded'].includes(
    withoutTwin(type),
  );

/** The types that change orders. https://docs.stripe.com/api/events/types */
export const handledTypes = [
  ...sessionTypes,
  ...paymentTypes,
  ...intentTypes,
  ...subscriptionTypes,
] as const;

/**
 * The types that Stripe's list of events is asked for: it takes 20 in one request. The one that is left out is an older
 * name of `refund.updated`.
 */
export const listedTypes = handledTypes.filter((type) => type !== 'charge.refund.updated');

/** The types of thin events that change orders: the twins of `handledTypes`, and those of Accounts v2. */
export const handledThinTypes: readonly string[] = [...handledTypes.map(twinOf), ...accountTypes];

/** What an event is about, or undefined for a type that changes no order. */
export function subjectOf({
  id,
  type: named,
  object,
}: Pick<VerifiedEvent, 'id' | 'type' | 'object'>): EventSubject | undefined {
  const type = withoutTwin(named);
  if (isOneOf(sessionTypes, type)) {
    return isId(object.id, 'cs_') ? { stripeSessionId: object.id } : undefined;
  }
  if (isOneOf(paymentTypes, type)) {
    return type === named ? subjectOfPayment(type, object) : subjectOfObject(type, object);
  }
  if (isOneOf(intentTypes, type)) {
    return isId(object.id, 'pi_') ? { stripePaymentIntentId: object.id } : undefined;
  }
  if (isOneOf(subscriptionTypes, type)) {
    return isId(object.id, 'sub_') ? { stripeSubscriptionId: object.id } : undefined;
  }
  if (isOneOf(accountTypes, type)) {
    return isId(object.id, 'acct_') ? { stripeAccountId: object.id } : undefined;
  }
  return type === HEALTH_TYPE ? { stripeHealthEventId: id } : undefined;
}

function subjectOfPayment(
  type: string,
  { payment_intent: intent }: VerifiedEvent['object'],
): EventSubject | undefined {
  if (!isId(intent, 'pi_')) return undefined;
  return type === 'radar.early_fraud_warning.created'
    ? { stripePaymentIntentId: intent, isFraudWarning: true }
    : { stripePaymentIntentId: intent };
}

/** A thin event has only the id of its object: the payment is read from Stripe. */
function subjectOfObject(type: string, { id }: VerifiedEvent['object']): ObjectSubject | undefined {
  const [, stripeObject] = objectKinds.find(([start]) => type.startsWith(start)) ?? [];
  return stripeObject && isId(id) ? { stripeObjectId: id, stripeObject } : undefined;
}

const withoutTwin = (type: string) => (type.startsWith(TWIN) ? type.slice(TWIN.length) : type);

const isOneOf = (types: readonly string[], type: string) => types.includes(type);

/** Whether it is an id of Stripe's, of the kind that the prefix names. */
export const isId = (value: unknown, prefix = ''): value is string =>
  typeof value === 'string' &&
  /^[a-z]+_[A-Za-z0-9_]{1,250}$/.test(value) &&
  value.startsWith(prefix);
