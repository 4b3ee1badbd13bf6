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
import portalOpened from './examples/portal-opened.json' with { type: 'json' };
import products from './examples/products.json' with { type: 'json' };
import readinessDegraded from './examples/readiness-degraded.json' with { type: 'json' };
import readinessReady from './examples/readiness-ready.json' with { type: 'json' };
import merchantOrderDelivered from './examples/merchant-order-delivered.json' with { type: 'json' };
import merchantOrderShipped from './examples/merchant-order-shipped.json' with { type: 'json' };
import shipment from './examples/shipment.json' with { type: 'json' };
import shippedOrder from './examples/shipped-order.json' with { type: 'json' };
import staffPerson from './examples/staff-person.json' with { type: 'json' };
import staffOverview from './examples/staff-overview.json' with { type: 'json' };
import staffOrders from './examples/staff-orders.json' with { type: 'json' };
import staffOrder from './examples/staff-order.json' with { type: 'json' };
import staffAction from './examples/staff-action.json' with { type: 'json' };
import staffEvents from './examples/staff-events.json' with { type: 'json' };
import staffEvent from './examples/staff-event.json' with { type: 'json' };
import staffFigures from './examples/staff-figures.json' with { type: 'json' };
import deadLetters from './examples/dead-letters.json' with { type: 'json' };
import staffDeliveries from './examples/staff-deliveries.json' with { type: 'json' };
import staffWithdrawals from './examples/staff-withdrawals.json' with { type: 'json' };
import staffShipments from './examples/staff-shipments.json' with { type: 'json' };
import staffAudit from './examples/staff-audit.json' with { type: 'json' };
import withdrawalReceived from './examples/withdrawal-received.json' with { type: 'json' };
import merchantOrderAddressCorrected from './examples/merchant-order-address-corrected.json' with { type: 'json' };
import { problemExamples } from './problem-examples';

/** One named example per answer, state and view: what the shop is tested with and what the API is checked against. */
export const examples = {
  ...problemExamples,
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
  'portal-opened': portalOpened,
  products: products,
  'readiness-degraded': readinessDegraded,
  'readiness-ready': readinessReady,
  'merchant-order-delivered': merchantOrderDelivered,
  'merchant-order-shipped': merchantOrderShipped,
  shipment: shipment,
  'shipped-order': shippedOrder,
  'merchant-order-address-corrected': merchantOrderAddressCorrected,
  'staff-person': staffPerson,
  'staff-overview': staffOverview,
  'staff-orders': staffOrders,
  'staff-order': staffOrder,
  'staff-action': staffAction,
  'staff-events': staffEvents,
  'staff-event': staffEvent,
  'staff-figures': staffFigures,
  'dead-letters': deadLetters,
  'staff-deliveries': staffDeliveries,
  'staff-withdrawals': staffWithdrawals,
  'staff-shipments': staffShipments,
  'staff-audit': staffAudit,
  'withdrawal-received': withdrawalReceived,
} as const;

export type ExampleName = keyof typeof examples;

/** Every state in both views. */
export const confirmationExamples = (Object.keys(examples) as ExampleName[]).filter((name) =>
  name.startsWith('confirmation-'),
);
