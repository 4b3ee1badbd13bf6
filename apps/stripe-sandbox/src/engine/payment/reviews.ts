import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { inRange, pageOf, type List } from '../list';
import { invalidRequest, resourceMissing } from '../stripe-error';

/** Why a review ends. Approving is up to the merchant; a refund or a dispute of the whole payment ends it too. */
export type ClosedReason = 'approved' | 'refunded' | 'refunded_as_fraud' | 'disputed';

/** Radar puts a payment into review. The payment itself goes on and succeeds. */
export function openReview(
  engine: Engine,
  id: string,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): void {
  const review: Stripe.Review = {
    id,
    object: 'review',
    billing_zip: charge.billing_details.address?.postal_code ?? null,
    charge: charge.id,
    closed_reason: null,
    created: nowSeconds(engine.clock),
    ip_address: null,
    ip_address_location: null,
    livemode: false,
    open: true,
    opened_reason: 'rule',
    payment_intent: intent.id,
    reason: 'rule',
    session: null,
  };
  intent.review = id;
  engine.store.paymentIntents.put(intent.id, intent);
  engine.store.reviews.put(id, review);
  emit(engine, 'review.opened', review);
}

export function getReview(engine: Engine, id: string): Stripe.Review {
  const review = engine.store.reviews.get(id);
  if (!review) throw resourceMissing('review', id, 'review', 404);
  return review;
}

/** Approves the payment: the review is closed. Throws if it is closed already. */
export function approveReview(engine: Engine, id: string): Stripe.Review {
  const review = getReview(engine, id);
  if (!review.open) throw invalidRequest('This review is already closed.');
  return close(engine, review, 'approved');
}

/** Closes the open review of a charge, if there is one. */
export function closeReviewOf(engine: Engine, charge: Stripe.Charge, reason: ClosedReason): void {
  const review = engine.store.reviews.get(typeof charge.review === 'string' ? charge.review : '');
  if (review?.open) close(engine, review, reason);
}

function close(engine: Engine, review: Stripe.Review, reason: ClosedReason): Stripe.Review {
  Object.assign(review, { closed_reason: reason, open: false, reason });
  engine.store.reviews.put(review.id, review);
  emit(engine, 'review.closed', review);
  return review;
}

/** The open reviews, as Stripe lists them. */
export function listReviews(engine: Engine, params: Stripe.ReviewListParams): List<Stripe.Review> {
  const matches = ({ open, created }: Stripe.Review) => open && inRange(created, params.created);
  return pageOf(engine.store.reviews.newestFirst(), params, '/v1/reviews', 'review', matches);
}
