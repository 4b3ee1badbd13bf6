import { Injectable } from '@nestjs/common';
import type { EventSubject } from '../../jobs/queues';
import { OrderRepository } from '../order.repository';
import { OrderSyncService } from './order-sync.service';
import type { SyncOutcome } from './order-sync.service';
import { StripeSessionReader } from './stripe-session.reader';

/** Readings that an event causes. */
@Injectable()
export class EventSyncService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly sessions: StripeSessionReader,
    private readonly orderSync: OrderSyncService,
  ) {}

  /**
   * Brings whatever the event is about in line with Stripe.
   * @throws what Stripe or the database throw; nothing has been changed then
   */
  async sync(subject: EventSubject, cause: `webhook ${string}`): Promise<SyncOutcome | 'renamed'> {
    if ('stripeAccountId' in subject) {
      await this.renameAccount(subject.stripeAccountId);
      return 'renamed';
    }
    const stripeSessionId =
      'stripeSessionId' in subject
        ? subject.stripeSessionId
        : await this.sessionOfPayment(subject.stripePaymentIntentId);
    return stripeSessionId ? this.orderSync.sync(stripeSessionId, cause) : 'not_ours';
  }

  /** From the payment's order, or from Stripe while no order knows the payment. */
  private async sessionOfPayment(stripePaymentIntentId: string): Promise<string | null> {
    const order = await this.orders.findByPaymentIntent(stripePaymentIntentId);
    return (
      order?.stripeSessionId ?? (await this.sessions.findByPaymentIntent(stripePaymentIntentId))
    );
  }

  private async renameAccount(stripeAccountId: string): Promise<void> {
    const name = await this.sessions.displayNameOf(stripeAccountId);
    if (name !== null) await this.orders.renameAccount(stripeAccountId, name);
  }
}
