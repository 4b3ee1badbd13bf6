import { Injectable } from '@nestjs/common';
import type {
  FulfilmentRow,
  OrderLineRow,
  OrderRow,
  OrderTransitionRow,
} from '../database/schema/tables';
import { OrderRepository } from './order.repository';
import { chargeOf, intentOf, StripeSessionReader } from './sync/stripe-session.reader';

/** Finds the session or the orders that an event of Stripe's is about. */
@Injectable()
export class OrderLookupService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly sessions: StripeSessionReader,
  ) {}

  /** The session of a payment: from its order, or from Stripe when the order has not heard of the payment yet. */
  async sessionOfPayment(stripePaymentIntentId: string): Promise<string | null> {
    const order = await this.orders.findByPaymentIntent(stripePaymentIntentId);
    return (
      order?.stripeSessionId ?? (await this.sessions.findByPaymentIntent(stripePaymentIntentId))
    );
  }

  /** Brings an account's new display name to its orders. @returns how many */
  async renameAccount(stripeAccountId: string): Promise<number> {
    const name = await this.sessions.displayNameOf(stripeAccountId);
    return name === null ? 0 : this.orders.renameAccount(stripeAccountId, name);
  }

  /** Unfinished orders whose session should be read again by now. */
  findDue(limit: number): Promise<OrderRow[]> {
    return this.orders.findDue(limit);
  }

  /** The turn to read one of them: given to one caller. */
  claim({ id }: OrderRow): Promise<boolean> {
    return this.orders.claimCheck(id, 1000);
  }

  /** Orders by session id, order number, order id or e-mail address, newest first. */
  search(term: string): Promise<OrderRow[]> {
    return this.orders.search(term);
  }

  /** Which path moved an order and when, and what became of its fulfilment. */
  async historyOf(orderId: string): Promise<{
    lines: OrderLineRow[];
    transitions: OrderTransitionRow[];
    fulfilments: FulfilmentRow[];
  }> {
    return {
      lines: await this.orders.linesOf(orderId),
      transitions: await this.orders.transitionsOf(orderId),
      fulfilments: await this.orders.fulfilmentsOf(orderId),
    };
  }

  /** What Stripe says now, in short; null when it has no such session. */
  async stripeStateOf(stripeSessionId: string) {
    const snapshot = await this.sessions.read(stripeSessionId);
    if (!snapshot) return null;
    const { session, disputed } = snapshot;
    const charge = chargeOf(session);
    return {
      status: session.status,
      paymentStatus: session.payment_status,
      paymentIntent: intentOf(session)?.status ?? null,
      amountTotalMinor: session.amount_total,
      currency: session.currency,
      refundedMinor: charge?.amount_refunded ?? 0,
      disputed,
    };
  }
}
