import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Metrics } from '../../metrics/metrics';
import { createOrderNumber } from '../order-number';
import { OrderFromSession } from './order-from-session.service';

/** Makes orders of paid sessions that no checkout here created, such as those of a Payment Link. */
@Injectable()
export class AdoptionService {
  private readonly logger = new Logger('Adoption');

  constructor(
    private readonly fromSession: OrderFromSession,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Writes the order of a paid session, under a number of its own: see `OrderFromSession`.
   * @throws what Stripe and the database throw; nothing has been written then
   */
  adopt(session: Stripe.Checkout.Session): Promise<void> {
    const id = randomUUID();
    return this.fromSession.place(session, {
      statement: 'adopt_order',
      cause: 'adoption',
      row: {
        id,
        number: createOrderNumber(),
        origin: 'adopted',
        stripeIdempotencyKey: `adopted-${id}`,
      },
      onPlaced: ({ number: orderNumber }) => {
        this.metrics.count('paid_outside_checkout_total', { outcome: 'adopted' });
        this.logger.log({ orderNumber }, 'order adopted');
      },
    });
  }
}
