import { Injectable } from '@nestjs/common';
import type { Confirmation } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { ProblemError } from '../../http/errors/problem-error';
import { Metrics } from '../../metrics/metrics';
import { withTimeout } from '../../with-timeout';
import { isFinal } from '../order-status';
import { VisitorSyncService } from '../sync/visitor-sync.service';
import { ConfirmationAccessService } from './confirmation-access.service';
import { ConfirmationRepository } from './confirmation.repository';
import type { ShownOrder, ShownWithLines } from './confirmation.repository';
import { fullView, maskedView } from './confirmation.view';

/** The longest wait for Stripe. After it the page gets what the database has, and asks again. */
const CHECK_DEADLINE_MS = 1500;

@Injectable()
export class ConfirmationService {
  constructor(
    private readonly orders: ConfirmationRepository,
    private readonly visitorSync: VisitorSyncService,
    private readonly access: ConfirmationAccessService,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /**
   * The state of an order. Until the order is final Stripe is asked first, so that the page is right even if it is loaded
   * before the webhook arrives.
   * @param browserHash the hash of the browser's cookie. The browser that started the checkout sees everything, and so
   * does a browser that has passed the e-mail check
   * @throws ProblemError ORDER_NOT_FOUND, without asking Stripe
   */
  async confirm(stripeSessionId: string, browserHash: string | undefined): Promise<Confirmation> {
    const known = await this.find(stripeSessionId);
    const { order, lines } = await this.upToDate(known, stripeSessionId);
    if (!browserHash || !(await this.access.maySeeAll(order, browserHash)))
      return maskedView(order, lines);
    const firstView =
      order.status === 'paid' &&
      !order.firstViewedAt &&
      (await this.orders.claimFirstView(order.id, this.clock.now()));
    return fullView(order, lines, firstView);
  }

  private async upToDate(known: ShownWithLines, asked: string): Promise<ShownWithLines> {
    if (isFinal(known.order.status)) {
      this.metrics.count('confirmations_total', { source: 'database' });
      return known;
    }
    return this.refresh(known.order, asked);
  }

  private async refresh(
    { id, stripeSessionId }: ShownOrder,
    asked: string,
  ): Promise<ShownWithLines> {
    const hasAsked = await withTimeout(
      this.visitorSync.sync(stripeSessionId ?? asked, id, 'page'),
      CHECK_DEADLINE_MS,
      () => undefined,
    );
    const source = hasAsked === undefined ? 'late' : hasAsked ? 'stripe' : 'database';
    this.metrics.count('confirmations_total', { source });
    return this.find(asked);
  }

  private async find(stripeSessionId: string): Promise<ShownWithLines> {
    const found = await this.orders.findShown(stripeSessionId);
    if (!found) throw new ProblemError('ORDER_NOT_FOUND');
    return found;
  }
}
