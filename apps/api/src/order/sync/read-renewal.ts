import type Stripe from 'stripe';
import { disputeStanding } from '../facts/dispute-standing';
import type { DisputeStanding } from '../facts/dispute-standing';
import type { RenewalNews } from '../facts/renewal-news';
import { isoOf } from './after-payment';

const DISPUTE_KINDS: Record<DisputeStanding, RenewalNews['kind'] | undefined> = {
  none: undefined,
  inquiry: 'inquiry_opened',
  open: 'dispute_opened',
  lost: 'dispute_lost',
};

/** A status that is not documented counts as pending. */
const REFUND_KINDS: Partial<Record<string, RenewalNews['kind']>> = {
  requires_action: 'refund_requires_action',
  succeeded: 'refund_made',
  failed: 'refund_failed',
};

/** What a person has to know of a renewal's payment. Pure. A refund that was canceled has moved no money. */
export function readRenewal(
  stripePaymentIntentId: string,
  { refunds, disputes }: { refunds: Stripe.Refund[]; disputes: Stripe.Dispute[] },
): RenewalNews[] {
  const newsOf = (
    kind: RenewalNews['kind'],
    { id, amount, currency }: Stripe.Refund | Stripe.Dispute,
    dueBy: string | null = null,
  ) => ({ kind, id, stripePaymentIntentId, amountMinor: amount, currency, dueBy });
  return [
    ...refunds
      .filter(({ status }) => status !== 'canceled')
      .map((refund) => newsOf(REFUND_KINDS[refund.status ?? ''] ?? 'refund_pending', refund)),
    ...disputes.flatMap((dispute) => {
      const kind = DISPUTE_KINDS[disputeStanding(dispute)];
      const dueBy = dispute.evidence_details?.due_by;
      return kind ? [newsOf(kind, dispute, dueBy ? isoOf(dueBy) : null)] : [];
    }),
  ];
}
