import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { OrderRepository } from '../order.repository';
import { OrderFromSession } from './order-from-session.service';

/** What of a lost order its session has in its metadata. */
export interface LostOrder {
  id: string;
  number: string;
}

const REASON =
  'the database had lost them, as one does that was restored from a backup. Nothing is told about them until a person says so: npm run orders -- restored list';

/** Makes an order again that the database has lost, from the session that its checkout had created. */
@Injectable()
export class RebuildService {
  private readonly logger = new Logger('Rebuild');

  constructor(
    private readonly fromSession: OrderFromSession,
    private readonly orders: OrderRepository,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the order under its first id and number, so that all that is told of it has the ids of the first time. It was
   * told before it was lost: nothing is told again until a person says so; see `HeldTellingService`.
   * @returns whether the database has the order now; not so when its number is another order's
   * @throws what Stripe and the database throw; nothing has been written then
   */
  async rebuild(session: Stripe.Checkout.Session, { id, number }: LostOrder): Promise<boolean> {
    const now = this.clock.now();
    const language = session.locale === 'auto' ? null : session.locale;
    let isWritten = false;
    await this.fromSession.place(session, {
      statement: 'rebuild_order',
      cause: 'rebuilt',
      row: {
        id,
        number,
        origin: 'checkout',
        stripeIdempotencyKey: `checkout-${id}`,
        stripeExpiredSessionId: session.recovered_from,
        language,
        rebuiltAt: now,
        tellingHeldAt: now,
      },
      onPlaced: ({ number: orderNumber }) => {
        isWritten = true;
        this.logger.warn({ orderNumber }, 'order rebuilt from its session');
      },
    });
    if (isWritten) await this.alert();
    return isWritten || (await this.orders.findById(id)) !== undefined;
  }

  /** Hundreds may be lost together: one line tells of them. */
  private async alert(): Promise<void> {
    if (!(await this.limiter.allows('rebuilt_alert', 'all'))) return;
    this.logger.error({ alert: true, reason: REASON }, 'orders are rebuilt');
  }
}
