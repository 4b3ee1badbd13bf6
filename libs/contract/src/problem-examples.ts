import problemAmountTooLarge from './examples/problem-amount-too-large.json' with { type: 'json' };
import problemAmountTooSmall from './examples/problem-amount-too-small.json' with { type: 'json' };
import problemBrowserNotBuyer from './examples/problem-browser-not-buyer.json' with { type: 'json' };
import problemCartNotPayableAtOnce from './examples/problem-cart-not-payable-at-once.json' with { type: 'json' };
import problemCheckoutCompleted from './examples/problem-checkout-completed.json' with { type: 'json' };
import problemCheckoutExpired from './examples/problem-checkout-expired.json' with { type: 'json' };
import problemCheckoutUnavailable from './examples/problem-checkout-unavailable.json' with { type: 'json' };
import problemConfirmationNotSent from './examples/problem-confirmation-not-sent.json' with { type: 'json' };
import problemEmailNotChangeable from './examples/problem-email-not-changeable.json' with { type: 'json' };
import problemEventNotFound from './examples/problem-event-not-found.json' with { type: 'json' };
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
import problemApiKeyInvalid from './examples/problem-api-key-invalid.json' with { type: 'json' };
import problemLineNotShippable from './examples/problem-line-not-shippable.json' with { type: 'json' };
import problemLineOvershipped from './examples/problem-line-overshipped.json' with { type: 'json' };
import problemNothingToShip from './examples/problem-nothing-to-ship.json' with { type: 'json' };
import problemOrderNotShippable from './examples/problem-order-not-shippable.json' with { type: 'json' };
import problemRoleNotAllowed from './examples/problem-role-not-allowed.json' with { type: 'json' };
import problemShipmentInFuture from './examples/problem-shipment-in-future.json' with { type: 'json' };
import problemShipmentNotFound from './examples/problem-shipment-not-found.json' with { type: 'json' };
import problemTrackingUrlNotAllowed from './examples/problem-tracking-url-not-allowed.json' with { type: 'json' };
import problemSignInNotValid from './examples/problem-sign-in-not-valid.json' with { type: 'json' };
import problemActionNotPossible from './examples/problem-action-not-possible.json' with { type: 'json' };
import problemFullViewRequired from './examples/problem-full-view-required.json' with { type: 'json' };
import problemChangesNotOffered from './examples/problem-changes-not-offered.json' with { type: 'json' };
import problemChangesTooLate from './examples/problem-changes-too-late.json' with { type: 'json' };
import problemOrderNotChangeable from './examples/problem-order-not-changeable.json' with { type: 'json' };
import problemPaymentStillProcessing from './examples/problem-payment-still-processing.json' with { type: 'json' };
import problemRegionNotChangeable from './examples/problem-region-not-changeable.json' with { type: 'json' };

/** One example of each problem document, by the name that `examples` has for it. */
export const problemExamples = {
  'problem-amount-too-large': problemAmountTooLarge,
  'problem-amount-too-small': problemAmountTooSmall,
  'problem-browser-not-buyer': problemBrowserNotBuyer,
  'problem-cart-not-payable-at-once': problemCartNotPayableAtOnce,
  'problem-checkout-completed': problemCheckoutCompleted,
  'problem-checkout-expired': problemCheckoutExpired,
  'problem-checkout-unavailable': problemCheckoutUnavailable,
  'problem-confirmation-not-sent': problemConfirmationNotSent,
  'problem-email-not-changeable': problemEmailNotChangeable,
  'problem-event-not-found': problemEventNotFound,
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
  'problem-api-key-invalid': problemApiKeyInvalid,
  'problem-line-not-shippable': problemLineNotShippable,
  'problem-line-overshipped': problemLineOvershipped,
  'problem-nothing-to-ship': problemNothingToShip,
  'problem-order-not-shippable': problemOrderNotShippable,
  'problem-role-not-allowed': problemRoleNotAllowed,
  'problem-shipment-in-future': problemShipmentInFuture,
  'problem-shipment-not-found': problemShipmentNotFound,
  'problem-tracking-url-not-allowed': problemTrackingUrlNotAllowed,
  'problem-full-view-required': problemFullViewRequired,
  'problem-changes-not-offered': problemChangesNotOffered,
  'problem-changes-too-late': problemChangesTooLate,
  'problem-order-not-changeable': problemOrderNotChangeable,
  'problem-payment-still-processing': problemPaymentStillProcessing,
  'problem-region-not-changeable': problemRegionNotChangeable,
  'problem-sign-in-not-valid': problemSignInNotValid,
  'problem-action-not-possible': problemActionNotPossible,
} as const;
