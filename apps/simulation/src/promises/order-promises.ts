import type { OrderRow, OrderStatus } from '../../../api/src/database/schema/tables';
import type { FakeSession } from '../decisions/fake-session';
import { mayTell, newsOf, sumOf, truthOf } from '../model/truth';
import type { Truth } from '../model/truth';
import { promise } from './promise';

/** One thing that happened to the order. */
export interface Observed {
  before: OrderRow;
  after: OrderRow;
  triggers: readonly { trigger: string; id: string }[];
  /** Whether anything was written. */
  wrote: boolean;
}

const ENDED: readonly OrderStatus[] = ['expired', 'payment_failed', 'refused'];
/** A recovered session takes their place. */
const HEIRS: readonly OrderStatus[] = ['pending', 'expired', 'payment_failed'];
const RANKS: readonly OrderStatus[][] = [['pending'], ['processing'], [...ENDED], ['paid']];
const rankOf = (status: OrderStatus) => RANKS.findIndex((one) => one.includes(status));

/** Holds what the product decides against the model, by what was read of Stripe. */
export class Promises {
  private seen: FakeSession | undefined;
  private blindMinor = 0;
  private isReleased = false;
  private version = -1;
  private readonly decided = new Set<string>();

  constructor(private readonly price: number) {}

  truth = (order: OrderRow): Truth => truthOf(order, this.seen, this.blindMinor);

  /** A reading was applied. `isTaken`: the order follows it. `isEnough`: of the stock, for an order that had ended. */
  reading(
    facts: FakeSession,
    mayRead: boolean,
    isTaken: boolean,
    isEnough: boolean,
    step: Observed,
  ) {
    const { before, after, wrote, triggers } = step;
    const isOwn = before.stripeSessionId === facts.id;
    const isHeir = facts.copyOf !== null && HEIRS.includes(before.status);
    const isMeant = (isOwn || isHeir) && this.isGood(facts);
    const isLate = !isEnough || (isOwn && before.supersededAt !== null);
    this.status(step, isMeant, isTaken, isLate);
    const isOther = facts.payment === 'paid' && facts.id !== after.stripeSessionId;
    const asked = this.truth(after).isAsked ? (after.reviewReason ?? '').split('; ') : [];
    const isKnown =
      asked.some((one) => one.endsWith(`: ${facts.id}`)) || this.decided.has(facts.id);
    promise(!isOther || isKnown, 'a payment beside the order’s own is shown to a person');
    const isOld = isTaken && mayRead && JSON.stringify(this.seen) === JSON.stringify(facts);
    const isRepeated = isOld && this.version === before.version;
    promise(
      !isRepeated || (!wrote && triggers.length === 0),
      'reading the same again changes nothing',
    );
    const money = isOwn ? this.moneyOf(facts) : undefined;
    this.take(step, isTaken ? facts : money, mayRead);
    promise(
      !isTaken || after.totalMinor === facts.subtotal - facts.discount,
      'the order has Stripe’s total',
    );
  }

  /** Of a session that is not what was ordered an order follows what became of the money, and nothing else. */
  private moneyOf(facts: FakeSession): FakeSession {
    const { refunds, disputes } = facts;
    const unpaid = { status: 'open', payment: 'unpaid', action: null, review: null } as const;
    return { ...(this.seen ?? { ...facts, ...unpaid }), refunds, disputes };
  }

  /** A person has decided, with what Stripe says of the order's own session, and of another one that was paid too. */
  decision(
    as: string,
    own: FakeSession,
    heldMinor: number,
    others: readonly string[],
    step: Observed,
  ) {
    const isFree = own.payment === 'no_payment_required';
    promise(as !== 'paid' || heldMinor > 0 || isFree, 'nobody accepts an order without its money');
    promise(as !== 'refused' || heldMinor === 0, 'nobody refuses an order while its money is here');
    promise(as !== 'paid' || step.after.status === 'paid', 'an accepted order is paid');
    for (const one of others) this.decided.add(one);
    this.take(step, as === 'reopened' ? undefined : own, true);
    this.version = -1;
  }

  /** Something else has changed the order. */
  change(step: Observed) {
    this.take(step, undefined, true);
  }

  /** Paid as ordered, and nobody at Stripe has doubts. */
  private isGood({ status, payment, subtotal, review }: FakeSession): boolean {
    const isClear = review === null || review.closed_reason === 'approved';
    return status === 'complete' && payment !== 'unpaid' && subtotal === this.price && isClear;
  }

  private status({ before, after }: Observed, isGood: boolean, isTaken: boolean, isLate: boolean) {
    const [was, is] = [before.status, after.status];
    const isFree = was !== 'needs_review' && was !== 'refused';
    promise(
      isFree || was === is || is === 'needs_review',
      'only a person moves an order that waits for one or was refused',
    );
    const isSuccessor = before.stripeSessionId !== after.stripeSessionId;
    const isMoved = was !== is && is !== 'needs_review' && !isSuccessor;
    promise(!isMoved || rankOf(is) > rankOf(was), 'a status only rises');
    promise(
      is !== 'paid' || was === 'paid' || isGood || isSuccessor,
      'only the money that was asked for makes an order paid',
    );
    promise(was !== 'paid' || is === 'paid', 'a paid order stays paid');
    if (!isFree || !isGood) return;
    promise(isTaken, 'an order follows its own session');
    promise(
      is === (isLate && ENDED.includes(was) ? 'needs_review' : 'paid'),
      'its money makes an order paid; of one that had ended a person is asked',
    );
  }

  /** Takes over what was read, and compares what is told with what became true. */
  private take(
    { before, after, triggers }: Observed,
    facts: FakeSession | undefined,
    mayRead: boolean,
  ) {
    const was = this.truth(before);
    if (facts) {
      const { refunds = [], disputes = [] } = this.seen ?? {};
      this.blindMinor = mayRead ? 0 : sumOf(facts.refunds, 'failed', 'canceled');
      this.seen = mayRead ? facts : { ...facts, refunds, disputes };
      const backMinor = sumOf(facts.refunds, 'failed', 'canceled', 'pending', 'requires_action');
      promise(
        !mayRead || after.refundedMinor === backMinor,
        'the order says how much Stripe has given back',
      );
    }
    const is = this.truth(after);
    const said = triggers.map(({ trigger, id }) => `${trigger}:${id}`).sort();
    const due = newsOf(was, is, this.isReleased, `v${before.version + 1}`).sort();
    promise(
      said.join() === due.join(),
      `what became true is told, once: ${due.join()} (told: ${said.join()})`,
    );
    this.isReleased ||= is.isDue;
    promise(
      (after.releasedAt !== null) === this.isReleased,
      'goods are released when they are due',
    );
    if (facts) this.version = mayRead ? after.version : -1;
  }

  /** A step's turn came: it was sent, or left out as no longer true. */
  told(trigger: string, id: string, order: OrderRow, wasSent: boolean) {
    const isTrue = mayTell(trigger, id, this.truth(order));
    promise(isTrue || !wasSent, `what is told is true when it is told: ${trigger}`);
    promise(!isTrue || wasSent, `what is true is told: ${trigger}`);
  }

  /** The warehouse asked to send a parcel. */
  shipped(order: OrderRow, isAllowed: boolean) {
    const is = this.truth(order);
    promise(
      isAllowed === (is.isDue && !is.isHeld),
      'goods go out while they are due, and only then',
    );
  }
}
