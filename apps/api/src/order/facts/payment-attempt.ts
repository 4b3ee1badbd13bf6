import type { OrderRow } from '../../database/schema/tables';

/** Whether a payment is under way that nobody at Stripe doubts. */
export const isReceived = ({
  status,
  sessionState,
}: Pick<OrderRow, 'status' | 'sessionState'>): boolean =>
  status === 'processing' && sessionState !== 'payment_review';

/**
 * Which attempt to pay counts: empty for the first one, else the session that took the expired one's place. What is told of
 * an attempt is told once for each.
 */
export const attemptOf = ({
  stripeExpiredSessionId,
  stripeSessionId,
}: Pick<OrderRow, 'stripeExpiredSessionId' | 'stripeSessionId'>): string =>
  stripeExpiredSessionId === null ? '' : (stripeSessionId ?? '');
