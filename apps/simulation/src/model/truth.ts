import type { OrderRow } from '../../../api/src/database/schema/tables';
import type { FakeSession } from '../decisions/fake-session';

/**
 * The reference model: what is true of an order by its row's status and by what Stripe said of its session, and so what has
 * to be told. It knows nothing of how the product decides. Amounts in minor units.
 */
export interface Truth {
  status: OrderRow['status'];
  isGivenUp: boolean;
  isReceived: boolean;
  isVoucher: boolean;
  isAwaited: boolean;
  isHeld: boolean;
  isAsked: boolean;
  isDue: boolean;
  /** Status by id, canceled ones too. */
  refunds: ReadonlyMap<string, string>;
  /** What is still owed of each refund that came back. */
  owed: ReadonlyMap<string, number>;
  dispute: { id: string; standing: 'none' | 'inquiry' | 'open' | 'lost' };
  /** Which attempt to pay it is: empty for the first one. */
  attempt: string;
}

const STANDINGS = {
  won: 0,
  warning_closed: 0,
  warning_needs_response: 1,
  lost: 2,
  needs_response: 3,
};
const NAMES = ['none', 'inquiry', 'lost', 'open'] as const;

export const sumOf = (refunds: FakeSession['refunds'], ...but: string[]) =>
  refunds.filter(({ status }) => !but.includes(status)).reduce((sum, one) => sum + one.amount, 0);

/** What came back, by its refund, less all that has gone out after it, whether or not that has arrived. */
function owedIn(refunds: FakeSession['refunds']): Map<string, number> {
  const owed = new Map<string, number>();
  for (const { id, amount, status } of refunds) {
    if (status === 'failed') owed.set(id, amount);
    else if (status !== 'canceled') for (const [one, left] of owed) owed.set(one, left - amount);
  }
  return owed;
}

/** What the shop means to give back: what came back too, as far as nothing was given instead of it. */
const meantOf = (refunds: FakeSession['refunds']) =>
  sumOf(refunds, 'canceled', 'failed') + Math.max(0, ...owedIn(refunds).values());

/** Radar's reviewers have said yes, or were never asked; `redacted` says neither. */
const settled = ({ payment, review }: FakeSession) =>
  payment !== 'unpaid' && !review?.open && review?.closed_reason !== 'refunded_as_fraud';

export function truthOf(order: OrderRow, seen: FakeSession | undefined, blindMinor = 0): Truth {
  const { status } = order;
  const isRadar = seen?.review?.open === true && seen.payment === 'paid';
  const weights = (seen?.disputes ?? []).map((one) => ({
    id: one.id,
    weight: STANDINGS[one.status],
  }));
  const worst = weights.reduce((a, b) => (b.weight >= a.weight ? b : a), { id: '', weight: 0 });
  const isAwaited = status === 'processing' && seen?.intent === 'requires_action';
  const backMinor = Math.max(blindMinor, meantOf(seen?.refunds ?? []));
  const isBack = backMinor > 0 && seen !== undefined && backMinor >= seen.subtotal - seen.discount;
  return {
    status,
    isGivenUp: order.supersededAt !== null,
    isReceived: status === 'processing' && !isRadar,
    isVoucher: isAwaited && seen.action === 'oxxo_display_details',
    isAwaited,
    isHeld: status === 'needs_review' || isRadar,
    isAsked: order.reviewReason !== null && order.reviewResolvedAt === null,
    isDue: status === 'paid' && seen !== undefined && settled(seen) && worst.weight < 2 && !isBack,
    refunds: new Map(seen?.refunds.map(({ id, status: refund }) => [id, refund])),
    owed: owedIn(seen?.refunds ?? []),
    dispute: { id: worst.weight > 0 ? worst.id : '', standing: NAMES[worst.weight] ?? 'none' },
    attempt: seen?.copyOf ? seen.id : '',
  };
}

const money = { inquiry: 'inquiry_opened', open: 'dispute_opened', lost: 'dispute_lost', none: '' };
const away = ({ dispute }: Truth) => dispute.standing === 'open' || dispute.standing === 'lost';

/** What has to be told of the difference between two truths: name and id of each trigger. */
export function newsOf(was: Truth, is: Truth, wasReleased: boolean, version: string): string[] {
  const news: string[] = [];
  const tell = (isNews: boolean, trigger: string, id = '') =>
    isNews && news.push(`${trigger}:${id}`);
  const became = (status: Truth['status']) => was.status !== is.status && is.status === status;
  const isStopped = is.isGivenUp && was.isAwaited && became('payment_failed');
  const isOther = was.attempt !== is.attempt;
  tell(is.isReceived && (!was.isReceived || isOther), 'order_received', is.attempt);
  tell(is.isVoucher && (!was.isVoucher || isOther), 'voucher_issued', is.attempt);
  tell(became('payment_failed') && !isStopped, 'payment_failed', is.attempt);
  const isOff = became('refused') || (became('expired') && was.status !== 'pending') || isStopped;
  tell(isOff, 'order_cancelled', version);
  tell(is.isHeld !== was.isHeld, is.isHeld ? 'review_opened' : 'review_closed', version);
  tell(is.isHeld === was.isHeld && is.isAsked && !was.isAsked, 'decision_needed', version);
  tell(away(was) && !away(is), 'dispute_won', was.dispute.id);
  const isSame = was.dispute.id === is.dispute.id && was.dispute.standing === is.dispute.standing;
  tell(!isSame && is.dispute.id !== '', money[is.dispute.standing], is.dispute.id);
  tell(is.isDue && !wasReleased, 'order_confirmed');
  tell(is.isDue && wasReleased && !was.isDue, 'order_due_again', version);
  for (const [id, status] of is.refunds) {
    const old = was.refunds.get(id);
    const isMeant = status !== 'canceled' || old === 'pending' || old === 'requires_action';
    tell(status !== old && isMeant, `refund_${status}`, id);
  }
  return news;
}

/** Whether what a trigger says may be told of an order of which this is true. */
export function mayTell(trigger: string, id: string, is: Truth): boolean {
  if (trigger === 'refund_failed') return (is.owed.get(id) ?? 0) > 0;
  if (trigger.startsWith('refund_')) return (is.refunds.get(id) ?? 'canceled') === trigger.slice(7);
  const isOld = id !== is.attempt;
  switch (trigger) {
    case 'order_confirmed':
    case 'order_due_again':
      return is.isDue;
    case 'order_received':
      return is.isReceived && !isOld;
    case 'voucher_issued':
      return is.isVoucher && !isOld;
    case 'order_cancelled':
      return (
        is.status === 'refused' ||
        is.status === 'expired' ||
        (is.status === 'payment_failed' && is.isGivenUp)
      );
    case 'decision_needed':
      return is.isAsked;
    case 'payment_failed':
      return is.status === 'payment_failed' && !isOld;
    case 'review_opened':
      return is.isHeld;
    case 'review_closed':
      return !is.isHeld;
    case 'dispute_won':
      return !away(is);
    case 'dispute_opened':
    case 'dispute_lost':
    case 'inquiry_opened':
      return is.dispute.id === id && money[is.dispute.standing] === trigger;
    default:
      return true;
  }
}
