import type Stripe from 'stripe';
import type { SessionState } from '../../database/schema/tables';

type SessionFacts = Pick<Stripe.Checkout.Session, 'status' | 'payment_status' | 'payment_intent'>;

/** Anything, whether or not it is documented. */
const ANY = '*';

/**
 * What a Checkout Session says about its order. Only this table knows Stripe's combinations of statuses. The first row
 * that fits applies; what fits none is `checking`.
 *
 * Sources: https://docs.stripe.com/checkout/fulfillment, https://docs.stripe.com/payments/paymentintents/lifecycle,
 * https://docs.stripe.com/radar/reviews
 *
 * Columns: status, payment_status, status of the PaymentIntent and its next_action, Radar's review of it (see
 * `reviewOf`), state. `order-status.ts` says which status of the order follows from a state.
 */
// prettier-ignore
const TABLE: readonly (readonly [string, string, string, string, string, SessionState])[] = [
  // status     payment_status         PaymentIntent              next_action                          review      state
  ['open',      'paid',                ANY,                       ANY,                                 ANY,        'checking'],
  ['open',      ANY,                   ANY,                       ANY,                                 ANY,        'open'],
  ['expired',   'paid',                ANY,                       ANY,                                 ANY,        'checking'],
  ['expired',   ANY,                   ANY,                       ANY,                                 ANY,        'expired'],
  ['complete',  'paid',                ANY,                       ANY,                                 'open',     'payment_review'],
  ['complete',  'paid',                ANY,                       ANY,                                 'refused',  'payment_refused'],
  ['complete',  'paid',                ANY,                       ANY,                                 ANY,        'confirmed'],
  ['complete',  'no_payment_required', ANY,                       ANY,                                 ANY,        'nothing_to_pay'],
  ['complete',  'unpaid',              'processing',              ANY,                                 ANY,        'processing'],
  ['complete',  'unpaid',              'requires_action',         'display_bank_transfer_instructions', ANY,       'awaiting_bank_transfer'],
  ['complete',  'unpaid',              'requires_action',         'verify_with_microdeposits',         ANY,        'awaiting_microdeposits'],
  ['complete',  'unpaid',              'requires_action',         ANY,                                 ANY,        'awaiting_voucher'],
  ['complete',  'unpaid',              'requires_payment_method', ANY,                                 ANY,        'payment_failed'],
  ['complete',  'unpaid',              'canceled',                ANY,                                 ANY,        'payment_failed'],
];

/** @param session with `payment_intent.review` expanded */
export function describeSession(session: SessionFacts): SessionState {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const facts = [
    session.status,
    session.payment_status,
    intent?.status,
    intent?.next_action?.type,
    reviewOf(intent),
  ];
  const row = TABLE.find((columns) =>
    facts.every((fact, column) => columns[column] === ANY || columns[column] === fact),
  );
  return row?.[5] ?? 'checking';
}

/** How a review of Radar's that is closed was decided (https://docs.stripe.com/api/radar/reviews/object). */
const REFUSED: ReadonlySet<string | null> = new Set([
  'refunded',
  'refunded_as_fraud',
  'canceled',
  'payment_never_settled',
]);

/**
 * - `open`: nobody has decided yet, so the goods wait
 * - `approved`, `refused`: decided
 * - `unclear`: closed in a way that says neither, such as by a dispute, which can be won; a person has to decide. See `findMismatch`
 */
export function reviewOf(
  intent: Pick<Stripe.PaymentIntent, 'review'> | null,
): 'none' | 'open' | 'approved' | 'refused' | 'unclear' {
  const review = intent?.review;
  if (!review) return 'none';
  // Not expanded: the payment has a review, and what it says is not known.
  if (typeof review === 'string' || review.open) return 'open';
  if (review.closed_reason === 'approved') return 'approved';
  return REFUSED.has(review.closed_reason) ? 'refused' : 'unclear';
}
