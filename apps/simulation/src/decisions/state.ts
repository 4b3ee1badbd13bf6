import { disputeStanding } from '../../../api/src/order/facts/dispute-standing';
import type { OrderRow } from '../../../api/src/database/schema/tables';

/** What coverage counts as a state: the status, and of a paid order where its money is. */
export const STATES = [
  'pending',
  'processing',
  'payment_failed',
  'expired',
  'needs_review',
  'refused',
  'paid',
  'paid, given back in part',
  'paid, given back',
  'paid, disputed',
  'paid, asked about',
] as const;
export type State = (typeof STATES)[number];

export function stateOf({
  status,
  dispute,
  refunds,
  totalMinor,
  reviewReason,
  reviewResolvedAt,
}: OrderRow): State {
  if (status !== 'paid') return status;
  const standing = disputeStanding(dispute);
  if (standing === 'open' || standing === 'lost') return 'paid, disputed';
  const backMinor = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (backMinor > 0)
    return backMinor < totalMinor ? 'paid, given back in part' : 'paid, given back';
  return reviewReason !== null && reviewResolvedAt === null ? 'paid, asked about' : 'paid';
}
