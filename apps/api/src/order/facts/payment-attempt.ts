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

/** What Stripe waits for is the shopper's to do. Until it is done the payment can be cancelled. */
const AWAITING = ['awaiting_voucher', 'awaiting_bank_transfer', 'awaiting_microdeposits'] as const;
type Awaiting = (typeof AWAITING)[number];

/** What the order's payment waits for; null when it does not wait for the shopper. */
export function awaitedBy({
  status,
  sessionState,
}: Pick<OrderRow, 'status' | 'sessionState'>): Awaiting | null {
  return status === 'processing' ? (AWAITING.find((one) => one === sessionState) ?? null) : null;
}
