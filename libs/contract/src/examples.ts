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
import problemAmountTooLarge from './examples/problem-amount-too-large.json' with { type: 'json' };
import problemAmountTooSmall from './examples/problem-amount-too-small.json' with { type: 'json' };
import problemBrowserNotBuyer from './examples/problem-browser-not-buyer.json' with { type: 'json' };
import merchantOrderCancelled from './examples/merchant-order-cancelled.json' with { type: 'json' };
import merchantOrderDisputeClosed from './examples/merchant-order-dispute-closed.json' with { type: 'json' };
import merchantOrderDisputed from './examples/merchant-order-disputed.json' with { type: 'json' };
import merchantOrderPaid from './examples/merchant-order-paid.json' with { type: 'json' };
import merchantOrderPaymentFailed from './examples/merchant-order-payment-failed.json' with { type: 'json' };
import merchantOrderReceived from './examples/merchant-order-received.json' with { type: 'json' };
import merchantOrderRefundCanceled from './examples/merchant-order-refund-canceled.json' with { type: 'json' };
import merchantOrderRefundFailed from './examples/merchant-order-refund-failed.json' with { type: 'json' };
import merchantOrderRefundPending from './examples/merchant-order-refund-pending.json' with { type: 'json' };
import merchantOrderRefunded from './examples/merchant-order-refunded.json' with { type: 'json' };
import merchantOrderReviewClosed from './examples/merchant-order-review-closed.json' with { type: 'json' };
import merchantOrderWithdrawalRequested from './examples/merchant-order-withdrawal-requested.json' with { type: 'json' };
import merchantOrderUnderReview from './examples/merchant-order-under-review.json' with { type: 'json' };
import problemCheckoutCompleted from './examples/problem-checkout-completed.json' with { type: 'json' };
import problemCheckoutExpired from './examples/problem-checkout-expired.json' with { type: 'json' };
import problemCheckoutUnavailable from './examples/problem-checkout-unavailable.json' with { type: 'json' };
import problemConfirmationNotSent from './examples/problem-confirmation-not-sent.json' with { type: 'json' };
import problemEmailNotChangeable from './examples/problem-email-not-changeable.json' with { type: 'json' };
import problemHeadersTooLarge from './examples/problem-headers-too-large.json' with { type: 'json' };
import problemIdempotencyKeyReused from './examples/problem-idempotency-key-reused.json' with { type: 'json' };
import problemInternalError from './examples/problem-internal-error.json' with { type: 'json' };
import problemInvalidEvent from './examples/problem-invalid-event.json' with { type: 'json' };
import problemInvalidIdempotencyKey from './examples/problem-invalid-idempotency-key.json' with { type: 'json' };
import problemInvalidRequest from './examples/problem-invalid-request.json' with { type: 'json' };
import problemInvalidSessionId from './examples/problem-invalid-session-id.json' with { type: 'json' };
import problemInvalidSignature from './examples/problem-invalid-signature.json' with { type: 'json' };
import problemLinkNotValid from './examples/problem-link-not-valid.json' with { type: 'json' };
import problemNotFound from './examples/problem-not-found.json' with { type: 'json' };
import problemOrderNotFound from './examples/problem-order-not-found.json' with { type: 'json' };
import problemOriginNotAllowed from './examples/problem-origin-not-allowed.json' with { type: 'json' };
import problemOutOfStock from './examples/problem-out-of-stock.json' with { type: 'json' };
import problemPayloadTooLarge from './examples/problem-payload-too-large.json' with { type: 'json' };
import problemPaymentNotCanceled from './examples/problem-payment-not-canceled.json' with { type: 'json' };
import problemPaymentOpen from './examples/problem-payment-open.json' with { type: 'json' };
import problemPriceNotAvailable from './examples/problem-price-not-available.json' with { type: 'json' };
import problemRateLimited from './examples/problem-rate-limited.json' with { type: 'json' };
import problemRequestTimeout from './examples/problem-request-timeout.json' with { type: 'json' };
import problemServiceUnavailable from './examples/problem-service-unavailable.json' with { type: 'json' };
import problemSubscriptionNotManageable from './examples/problem-subscription-not-manageable.json' with { type: 'json' };
import problemStripeUnavailable from './examples/problem-stripe-unavailable.json' with { type: 'json' };
import problemUnsupportedMediaType from './examples/problem-unsupported-media-type.json' with { type: 'json' };
import problemWithdrawalNotOffered from './examples/problem-withdrawal-not-offered.json' with { type: 'json' };
import problemVerificationFailed from './examples/problem-verification-failed.json' with { type: 'json' };
import portalOpened from './examples/portal-opened.json' with { type: 'json' };
import products from './examples/products.json' with { type: 'json' };
import readinessDegraded from './examples/readiness-degraded.json' with { type: 'json' };
import readinessReady from './examples/readiness-ready.json' with { type: 'json' };
import merchantOrderDelivered from './examples/merchant-order-delivered.json' with { type: 'json' };
import merchantOrderShipped from './examples/merchant-order-shipped.json' with { type: 'json' };
import problemApiKeyInvalid from './examples/problem-api-key-invalid.json' with { type: 'json' };
import problemLineNotShippable from './examples/problem-line-not-shippable.json' with { type: 'json' };
import problemLineOvershipped from './examples/problem-line-overshipped.json' with { type: 'json' };
import problemNothingToShip from './examples/problem-nothing-to-ship.json' with { type: 'json' };
import problemOrderNotShippable from './examples/problem-order-not-shippable.json' with { type: 'json' };
import problemRoleNotAllowed from './examples/problem-role-not-allowed.json' with { type: 'json' };
import problemShipmentInFuture from './examples/problem-shipment-in-future.json' with { type: 'json' };
import problemShipmentNotFound from './examples/problem-shipment-not-found.json' with { type: 'json' };
import problemTrackingUrlNotAllowed from './examples/problem-tracking-url-not-allowed.json' with { type: 'json' };
import shipment from './examples/shipment.json' with { type: 'json' };
import shippedOrder from './examples/shipped-order.json' with { type: 'json' };
import staffPerson from './examples/staff-person.json' with { type: 'json' };
import staffOverview from './examples/staff-overview.json' with { type: 'json' };
import staffOrders from './examples/staff-orders.json' with { type: 'json' };
import staffOrder from './examples/staff-order.json' with { type: 'json' };
import staffAction from './examples/staff-action.json' with { type: 'json' };
import deadLetters from './examples/dead-letters.json' with { type: 'json' };
import staffAudit from './examples/staff-audit.json' with { type: 'json' };
import problemSignInNotValid from './examples/problem-sign-in-not-valid.json' with { type: 'json' };
import problemActionNotPossible from './examples/problem-action-not-possible.json' with { type: 'json' };
import withdrawalReceived from './examples/withdrawal-received.json' with { type: 'json' };
import problemFullViewRequired from './examples/problem-full-view-required.json' with { type: 'json' };
import problemChangesNotOffered from './examples/problem-changes-not-offered.json' with { type: 'json' };
import problemChangesTooLate from './examples/problem-changes-too-late.json' with { type: 'json' };
import problemOrderNotChangeable from './examples/problem-order-not-changeable.json' with { type: 'json' };
import problemPaymentStillProcessing from './examples/problem-payment-still-processing.json' with { type: 'json' };
import problemRegionNotChangeable from './examples/problem-region-not-changeable.json' with { type: 'json' };
import merchantOrderAddressCorrected from './examples/merchant-order-address-corrected.json' with { type: 'json' };

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
  'problem-amount-too-large': problemAmountTooLarge,
  'problem-amount-too-small': problemAmountTooSmall,
  'problem-browser-not-buyer': problemBrowserNotBuyer,
  'merchant-order-cancelled': merchantOrderCancelled,
  'merchant-order-dispute-closed': merchantOrderDisputeClosed,
  'merchant-order-disputed': merchantOrderDisputed,
  'merchant-order-paid': merchantOrderPaid,
  'merchant-order-payment-failed': merchantOrderPaymentFailed,
  'merchant-order-received': merchantOrderReceived,
  'merchant-order-refund-canceled': merchantOrderRefundCanceled,
  'merchant-order-refund-failed': merchantOrderRefundFailed,
  'merchant-order-refund-pending': merchantOrderRefundPending,
  'merchant-order-refunded': merchantOrderRefunded,
  'merchant-order-review-closed': merchantOrderReviewClosed,
  'merchant-order-under-review': merchantOrderUnderReview,
  'merchant-order-withdrawal-requested': merchantOrderWithdrawalRequested,
  'problem-checkout-completed': problemCheckoutCompleted,
  'problem-checkout-expired': problemCheckoutExpired,
  'problem-checkout-unavailable': problemCheckoutUnavailable,
  'problem-confirmation-not-sent': problemConfirmationNotSent,
  'problem-email-not-changeable': problemEmailNotChangeable,
  'problem-headers-too-large': problemHeadersTooLarge,
  'problem-idempotency-key-reused': problemIdempotencyKeyReused,
  'problem-internal-error': problemInternalError,
  'problem-invalid-event': problemInvalidEvent,
  'problem-invalid-idempotency-key': problemInvalidIdempotencyKey,
  'problem-invalid-request': problemInvalidRequest,
  'problem-invalid-session-id': problemInvalidSessionId,
  'problem-invalid-signature': problemInvalidSignature,
  'problem-link-not-valid': problemLinkNotValid,
  'problem-not-found': problemNotFound,
  'problem-order-not-found': problemOrderNotFound,
  'problem-origin-not-allowed': problemOriginNotAllowed,
  'problem-out-of-stock': problemOutOfStock,
  'problem-payload-too-large': problemPayloadTooLarge,
  'problem-payment-not-canceled': problemPaymentNotCanceled,
  'problem-payment-open': problemPaymentOpen,
  'problem-price-not-available': problemPriceNotAvailable,
  'problem-rate-limited': problemRateLimited,
  'problem-request-timeout': problemRequestTimeout,
  'problem-service-unavailable': problemServiceUnavailable,
  'problem-subscription-not-manageable': problemSubscriptionNotManageable,
  'problem-stripe-unavailable': problemStripeUnavailable,
  'problem-unsupported-media-type': problemUnsupportedMediaType,
  'problem-verification-failed': problemVerificationFailed,
  'problem-withdrawal-not-offered': problemWithdrawalNotOffered,
  'portal-opened': portalOpened,
  products: products,
  'readiness-degraded': readinessDegraded,
  'readiness-ready': readinessReady,
  'merchant-order-delivered': merchantOrderDelivered,
  'merchant-order-shipped': merchantOrderShipped,
  'problem-api-key-invalid': problemApiKeyInvalid,
  'problem-line-not-shippable': problemLineNotShippable,
  'problem-line-overshipped': problemLineOvershipped,
  'problem-nothing-to-ship': problemNothingToShip,
  'problem-order-not-shippable': problemOrderNotShippable,
  'problem-role-not-allowed': problemRoleNotAllowed,
  'problem-shipment-in-future': problemShipmentInFuture,
  'problem-shipment-not-found': problemShipmentNotFound,
  'problem-tracking-url-not-allowed': problemTrackingUrlNotAllowed,
  shipment: shipment,
  'shipped-order': shippedOrder,
  'problem-full-view-required': problemFullViewRequired,
  'problem-changes-not-offered': problemChangesNotOffered,
  'problem-changes-too-late': problemChangesTooLate,
  'problem-order-not-changeable': problemOrderNotChangeable,
  'problem-payment-still-processing': problemPaymentStillProcessing,
  'problem-region-not-changeable': problemRegionNotChangeable,
  'merchant-order-address-corrected': merchantOrderAddressCorrected,
  'staff-person': staffPerson,
  'staff-overview': staffOverview,
  'staff-orders': staffOrders,
  'staff-order': staffOrder,
  'staff-action': staffAction,
  'dead-letters': deadLetters,
  'staff-audit': staffAudit,
  'problem-sign-in-not-valid': problemSignInNotValid,
  'problem-action-not-possible': problemActionNotPossible,
  'withdrawal-received': withdrawalReceived,
} as const;

export type ExampleName = keyof typeof examples;

/** Every state in both views. */
export const confirmationExamples = (Object.keys(examples) as ExampleName[]).filter((name) =>
  name.startsWith('confirmation-'),
);
