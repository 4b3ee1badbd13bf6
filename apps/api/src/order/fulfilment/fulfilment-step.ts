import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import type { Channel, OrderLineRow, OrderRefund, OrderRow } from '../../database/schema/tables';
import type { Shipment } from '../facts/shop-status';

/** An order and its lines, as a step gets them. */
export interface OrderWithLines {
  order: OrderRow;
  lines: OrderLineRow[];
}

/**
 * What becomes true of an order, so that steps have to tell it. Each comes with an id that tells repeated triggers of one
 * order apart: of the refund, of the dispute, or the order's version; '' of what happens once. `trigger-truth.ts` says how
 * long each stays true.
 */
export type FulfilmentTrigger =
  /** The payment is under way: a bank debit, a voucher or a bank transfer. */
  | 'order_received'
  /** The shopper has a voucher to pay. */
  | 'voucher_issued'
  /** Paid, and the goods are due. */
  | 'order_confirmed'
  /** The goods are due again: a dispute was won, or a refund was canceled. */
  | 'order_due_again'
  | 'payment_failed'
  /** It was refused, or ended without payment after it had been received, also because its shopper pays another way. */
  | 'order_cancelled'
  /** Its shopper has cancelled it before anything was sent. */
  | 'shopper_cancelled'
  /** The shop has cancelled it before anything was sent. */
  | 'staff_cancelled'
  /** Stripe does not make the refund of an order that was cancelled. Its id counts the refusals. */
  | 'cancellation_refused'
  /** The shipping address is corrected. Its id is the version of the address. */
  | 'address_corrected'
  | `refund_${OrderRefund['status'] | 'canceled'}`
  /** The bank asks about the payment; no money has moved. */
  | 'inquiry_opened'
  | 'dispute_opened'
  | 'dispute_lost'
  | 'dispute_won'
  /** The card's issuer warns that the payment may be fraud. */
  | 'fraud_warning'
  /** A later period of its subscription was not paid. */
  | 'renewal_failed'
  | 'subscription_ended'
  /** The payment of a renewal was refunded or disputed. Its id says all of it: see `renewal-news.ts`. */
  | 'renewal_money'
  /** A person, or Radar, has to decide before anything else happens. */
  | 'review_opened'
  | 'review_closed'
  /** A person has to decide about an order that goes on meanwhile, or that Radar has held until now. */
  | 'decision_needed'
  /** A parcel is out. The id of this one and of the next ones is the shipment's. */
  | 'shipment_created'
  | 'shipment_delivered'
  /** The carrier does not find it, or it has come back: a person decides what becomes of the order. */
  | 'shipment_lost'
  | 'shipment_returned'
  /** Somebody declares to withdraw from it. Its id is the withdrawal's reference. */
  | 'withdrawal_requested'
  /** A step could not be delivered. Its id is that step and the number of the attempt. */
  | 'undeliverable'
  /** The mail server has put off one address of staff. Its id says which, and when the others got the e-mail. */
  | 'staff_mail_deferred';

/** What a step needs to tell. */
export interface StepSubject extends OrderWithLines {
  /** The parcels that are out, the first one first. */
  shipments: Shipment[];
  /** The same for every attempt of this step of this order: the idempotency key of whatever the step calls. */
  id: string;
  /** The id of the trigger, such as that of the refund; else ''. */
  triggerId: string;
  /** Rises with each step of the order. */
  sequence: number;
  /** When the trigger became true. */
  stagedAt: Date;
  /** What was declared, of a step on `withdrawal_requested`. */
  withdrawal?: WithdrawalRow | undefined;
  /** Whether the step had to wait for its time, and that has come. */
  hasWaited: boolean;
}

/** What a step is judged by, before it tells. */
export interface StepMoment {
  order: OrderRow;
  row: FulfilmentRow;
  /** All steps of the order and the channel. */
  rows: readonly FulfilmentRow[];
  /** What was declared, of a step on `withdrawal_requested`. */
  withdrawal?: WithdrawalRow | undefined;
  now: Date;
}

/**
 * What has become of a step that did not throw: told, undefined says; told together with other steps, `deferred` for the
 * addresses at these places of mail.staff; to be told later; or nothing to tell, and why.
 */
export type StepResult =
  | void
  | { alsoTold: FulfilmentRow[]; deferred: readonly number[] }
  | { notBefore: Date }
  | { moot: string };

/**
 * One thing to tell when something becomes true of an order. The steps of an order and a channel run one after the other,
 * in the order in which they were staged, and only while their trigger is still true: see `DeliveryService`. Register new
 * steps in order.module.ts.
 *
 * A step runs at least once: a process that dies between the step's effect and its record runs it again.
 */
export interface FulfilmentStep {
  /** Stable, without a colon: the step is recorded under it. */
  readonly name: string;
  readonly channel: Channel;
  readonly on: FulfilmentTrigger;
  /** Whether the configuration has its channel. */
  readonly enabled: boolean;
  /** The name of a step that says the same: if that one was sent, this one is moot. */
  readonly repeats?: string;
  /** Whether later steps of the order go on while it is tried again. */
  readonly isAside?: boolean;
  /**
   * Not to be told before this time; undefined: at once. Pure. Later steps of the order do not wait for it.
   * @param stagedAt when its trigger became true
   */
  readonly notBefore?: ((order: OrderRow, stagedAt: Date) => Date | undefined) | undefined;
  /** Why it need not be told although its trigger is true; undefined: tell it. Pure. */
  readonly whyMoot?: ((moment: StepMoment) => string | undefined) | undefined;
  /** @throws DeliveryError when the other side refuses; any other error counts as one that passes */
  send(subject: StepSubject): Promise<StepResult>;
}

/** The registered steps, in one array: see order.module.ts. */
export const FULFILMENT_STEPS = Symbol('fulfilment steps');
