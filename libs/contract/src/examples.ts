import checkoutCreated from './examples/checkout-created.json' with { type: 'json' };
import confirmationAwaitingBankTransferFull from './examples/confirmation-awaiting-bank-transfer-full.json' with { type: 'json' };
import confirmationAwaitingBankTransferMasked from './examples/confirmation-awaiting-bank-transfer-masked.json' with { type: 'json' };
import confirmationAwaitingMicrodepositsFull from './examples/confirmation-awaiting-microdeposits-full.json' with { type: 'json' };
import confirmationAwaitingMicrodepositsMasked from './examples/confirmation-awaiting-microdeposits-masked.json' with { type: 'json' };
import confirmationAwaitingVoucherFull from './examples/confirmation-awaiting-voucher-full.json' with { type: 'json' };
import confirmationAwaitingVoucherMasked from './examples/confirmation-awaiting-voucher-masked.json' with { type: 'json' };
import confirmationCheckingFull from './examples/confirmation-checking-full.json' with { type: 'json' };
import confirmationCheckingMasked from './examples/confirmation-checking-masked.json' with { type: 'json' };
import confirmationConfirmedFull from './examples/confirmation-confirmed-full.json' with { type: 'json' };
import confirmationConfirmedMasked from './examples/confirmation-confirmed-masked.json' with { type: 'json' };
import confirmationDisputeLostFull from './examples/confirmation-dispute-lost-full.json' with { type: 'json' };
import confirmationDisputeLostMasked from './examples/confirmation-dispute-lost-masked.json' with { type: 'json' };
import confirmationDisputedFull from './examples/confirmation-disputed-full.json' with { type: 'json' };
import confirmationDisputedMasked from './examples/confirmation-disputed-masked.json' with { type: 'json' };
import confirmationExpiredFull from './examples/confirmation-expired-full.json' with { type: 'json' };
import confirmationExpiredMasked from './examples/confirmation-expired-masked.json' with { type: 'json' };
import confirmationNothingToPayFull from './examples/confirmation-nothing-to-pay-full.json' with { type: 'json' };
import confirmationNothingToPayMasked from './examples/confirmation-nothing-to-pay-masked.json' with { type: 'json' };
import confirmationOpenFull from './examples/confirmation-open-full.json' with { type: 'json' };
import confirmationOpenMasked from './examples/confirmation-open-masked.json' with { type: 'json' };
import confirmationPartiallyRefundedFull from './examples/confirmation-partially-refunded-full.json' with { type: 'json' };
import confirmationPartiallyRefundedMasked from './examples/confirmation-partially-refunded-masked.json' with { type: 'json' };
import confirmationPaymentFailedFull from './examples/confirmation-payment-failed-full.json' with { type: 'json' };
import confirmationPaymentFailedMasked from './examples/confirmation-payment-failed-masked.json' with { type: 'json' };
import confirmationPaymentReviewFull from './examples/confirmation-payment-review-full.json' with { type: 'json' };
import confirmationPaymentReviewMasked from './examples/confirmation-payment-review-masked.json' with { type: 'json' };
import confirmationProcessingFull from './examples/confirmation-processing-full.json' with { type: 'json' };
import confirmationProcessingMasked from './examples/confirmation-processing-masked.json' with { type: 'json' };
import confirmationRefundFailedFull from './examples/confirmation-refund-failed-full.json' with { type: 'json' };
import confirmationRefundFailedMasked from './examples/confirmation-refund-failed-masked.json' with { type: 'json' };
import confirmationRefundPendingFull from './examples/confirmation-refund-pending-full.json' with { type: 'json' };
import confirmationRefundPendingMasked from './examples/confirmation-refund-pending-masked.json' with { type: 'json' };
import confirmationRefundRequiresActionFull from './examples/confirmation-refund-requires-action-full.json' with { type: 'json' };
import confirmationRefundRequiresActionMasked from './examples/confirmation-refund-requires-action-masked.json' with { type: 'json' };
import confirmationRefundedFull from './examples/confirmation-refunded-full.json' with { type: 'json' };
import confirmationRefundedMasked from './examples/confirmation-refunded-masked.json' with { type: 'json' };
import confirmationUnderReviewFull from './examples/confirmation-under-review-full.json' with { type: 'json' };
import confirmationUnderReviewMasked from './examples/confirmation-under-review-masked.json' with { type: 'json' };
import healthLive from './examples/health-live.json' with { type: 'json' };
import problemCheckoutCompleted from './examples/problem-checkout-completed.json' with { type: 'json' };
import problemCheckoutExpired from './examples/problem-checkout-expired.json' with { type: 'json' };
import problemHeadersTooLarge from './examples/problem-headers-too-large.json' with { type: 'json' };
import problemIdempotencyKeyReused from './examples/problem-idempotency-key-reused.json' with { type: 'json' };
import problemInternalError from './examples/problem-internal-error.json' with { type: 'json' };
import problemInvalidEvent from './examples/problem-invalid-event.json' with { type: 'json' };
import problemInvalidIdempotencyKey from './examples/problem-invalid-idempotency-key.json' with { type: 'json' };
import problemInvalidRequest from './examples/problem-invalid-request.json' with { type: 'json' };
import problemInvalidSessionId from './examples/problem-invalid-session-id.json' with { type: 'json' };
import problemInvalidSignature from './examples/problem-invalid-signature.json' with { type: 'json' };
import problemNotFound from './examples/problem-not-found.json' with { type: 'json' };
import problemOrderNotFound from './examples/problem-order-not-found.json' with { type: 'json' };
import problemOriginNotAllowed from './examples/problem-origin-not-allowed.json' with { type: 'json' };
import problemOutOfStock from './examples/problem-out-of-stock.json' with { type: 'json' };
import problemPayloadTooLarge from './examples/problem-payload-too-large.json' with { type: 'json' };
import problemPriceNotAvailable from './examples/problem-price-not-available.json' with { type: 'json' };
import problemRateLimited from './examples/problem-rate-limited.json' with { type: 'json' };
import problemRequestTimeout from './examples/problem-request-timeout.json' with { type: 'json' };
import problemServiceUnavailable from './examples/problem-service-unavailable.json' with { type: 'json' };
import problemStripeUnavailable from './examples/problem-stripe-unavailable.json' with { type: 'json' };
import problemUnsupportedMediaType from './examples/problem-unsupported-media-type.json' with { type: 'json' };
import problemVerificationFailed from './examples/problem-verification-failed.json' with { type: 'json' };
import products from './examples/products.json' with { type: 'json' };
import readinessDegraded from './examples/readiness-degraded.json' with { type: 'json' };
import readinessReady from './examples/readiness-ready.json' with { type: 'json' };

/** One named example per answer, state and view: what the shop is tested with and what the API is checked against. */
export const examples = {
  'checkout-created': checkoutCreated,
  'confirmation-awaiting-bank-transfer-full': confirmationAwaitingBankTransferFull,
  'confirmation-awaiting-bank-transfer-masked': confirmationAwaitingBankTransferMasked,
  'confirmation-awaiting-microdeposits-full': confirmationAwaitingMicrodepositsFull,
  'confirmation-awaiting-microdeposits-masked': confirmationAwaitingMicrodepositsMasked,
  'confirmation-awaiting-voucher-full': confirmationAwaitingVoucherFull,
  'confirmation-awaiting-voucher-masked': confirmationAwaitingVoucherMasked,
  'confirmation-checking-full': confirmationCheckingFull,
  'confirmation-checking-masked': confirmationCheckingMasked,
  'confirmation-confirmed-full': confirmationConfirmedFull,
  'confirmation-confirmed-masked': confirmationConfirmedMasked,
  'confirmation-dispute-lost-full': confirmationDisputeLostFull,
  'confirmation-dispute-lost-masked': confirmationDisputeLostMasked,
  'confirmation-disputed-full': confirmationDisputedFull,
  'confirmation-disputed-masked': confirmationDisputedMasked,
  'confirmation-expired-full': confirmationExpiredFull,
  'confirmation-expired-masked': confirmationExpiredMasked,
  'confirmation-nothing-to-pay-full': confirmationNothingToPayFull,
  'confirmation-nothing-to-pay-masked': confirmationNothingToPayMasked,
  'confirmation-open-full': confirmationOpenFull,
  'confirmation-open-masked': confirmationOpenMasked,
  'confirmation-partially-refunded-full': confirmationPartiallyRefundedFull,
  'confirmation-partially-refunded-masked': confirmationPartiallyRefundedMasked,
  'confirmation-payment-failed-full': confirmationPaymentFailedFull,
  'confirmation-payment-failed-masked': confirmationPaymentFailedMasked,
  'confirmation-payment-review-full': confirmationPaymentReviewFull,
  'confirmation-payment-review-masked': confirmationPaymentReviewMasked,
  'confirmation-processing-full': confirmationProcessingFull,
  'confirmation-processing-masked': confirmationProcessingMasked,
  'confirmation-refund-failed-full': confirmationRefundFailedFull,
  'confirmation-refund-failed-masked': confirmationRefundFailedMasked,
  'confirmation-refund-pending-full': confirmationRefundPendingFull,
  'confirmation-refund-pending-masked': confirmationRefundPendingMasked,
  'confirmation-refund-requires-action-full': confirmationRefundRequiresActionFull,
  'confirmation-refund-requires-action-masked': confirmationRefundRequiresActionMasked,
  'confirmation-refunded-full': confirmationRefundedFull,
  'confirmation-refunded-masked': confirmationRefundedMasked,
  'confirmation-under-review-full': confirmationUnderReviewFull,
  'confirmation-under-review-masked': confirmationUnderReviewMasked,
  'health-live': healthLive,
  'problem-checkout-completed': problemCheckoutCompleted,
  'problem-checkout-expired': problemCheckoutExpired,
  'problem-headers-too-large': problemHeadersTooLarge,
  'problem-idempotency-key-reused': problemIdempotencyKeyReused,
  'problem-internal-error': problemInternalError,
  'problem-invalid-event': problemInvalidEvent,
  'problem-invalid-idempotency-key': problemInvalidIdempotencyKey,
  'problem-invalid-request': problemInvalidRequest,
  'problem-invalid-session-id': problemInvalidSessionId,
  'problem-invalid-signature': problemInvalidSignature,
  'problem-not-found': problemNotFound,
  'problem-order-not-found': problemOrderNotFound,
  'problem-origin-not-allowed': problemOriginNotAllowed,
  'problem-out-of-stock': problemOutOfStock,
  'problem-payload-too-large': problemPayloadTooLarge,
  'problem-price-not-available': problemPriceNotAvailable,
  'problem-rate-limited': problemRateLimited,
  'problem-request-timeout': problemRequestTimeout,
  'problem-service-unavailable': problemServiceUnavailable,
  'problem-stripe-unavailable': problemStripeUnavailable,
  'problem-unsupported-media-type': problemUnsupportedMediaType,
  'problem-verification-failed': problemVerificationFailed,
  products: products,
  'readiness-degraded': readinessDegraded,
  'readiness-ready': readinessReady,
} as const;

export type ExampleName = keyof typeof examples;

/** Every state in both views. */
export const confirmationExamples = (Object.keys(examples) as ExampleName[]).filter((name) =>
  name.startsWith('confirmation-'),
);
