import { Injectable } from '@nestjs/common';
import type { Confirmation } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { Metrics } from '../../metrics/metrics';
import { withTimeout } from '../../with-timeout';
import { fullView, maskedView } from './confirmation.view';
import { isFinal } from '../order-status';
import { OrderRepository } from '../order.repository';
import type { ShownLine, ShownOrder } from '../order.repository';
import { VerificationRepository } from './verification.repository';
import { VisitorSyncService } from '../sync/visitor-sync.service';

/** Longer than this nobody waits for Stripe: the page is answered from the database and asks again. */
const CHECK_DEADLINE_MS = 1500;

@Injectable()
export class ConfirmationService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly visitorSync: VisitorSyncService,
    private readonly verifications: VerificationRepository,
    private readonly metrics: Metrics,
  ) {}

  /**
   * The state of an order. While waiting can still change it, Stripe is asked first, so that a page that arrives
   * before its webhook is right at once.
   * @param browserHash of the browser's cookie: the one that started the checkout sees everything, and so does one that
   * has just passed the e-mail check
   * @throws ProblemError ORDER_NOT_FOUND, without asking Stripe
   */
  async confirm(stripeSessionId: string, browserHash: string | undefined): Promise<Confirmation> {
    const known = await this.find(stripeSessionId);
    const { order, lines } = await this.upToDate(known, stripeSessionId);
    if (!browserHash || !(await this.maySeeAll(order, browserHash)))
      return maskedView(order, lines);
    const firstView =
      order.status === 'paid' &&
      !order.firstViewedAt &&
      (await this.orders.claimFirstView(order.id));
    return fullView(order, lines, firstView);
  }

  private async maySeeAll(order: ShownOrder, browserHash: string): Promise<boolean> {
    return (
      order.browserHash === browserHash ||
      (await this.verifications.isGranted(order.id, browserHash))
    );
  }

  private async upToDate(known: Found, asked: string): Promise<Found> {
    if (isFinal(known.order.status)) {
      this.metrics.count('confirmations_total', { source: 'database' });
      return known;
    }
    return this.refresh(known.order, asked);
  }

  private async refresh({ id, stripeSessionId }: ShownOrder, asked: string): Promise<Found> {
    const hasAsked = await withTimeout(
      this.visitorSync.sync(stripeSessionId ?? asked, id, 'page'),
      CHECK_DEADLINE_MS,
      () => undefined,
    );
    const source = hasAsked === undefined ? 'late' : hasAsked ? 'stripe' : 'database';
    this.metrics.count('confirmations_total', { source });
    return this.find(asked);
  }

  private async find(stripeSessionId: string): Promise<Found> {
    const found = await this.orders.findShown(stripeSessionId);
    if (!found) throw new ProblemError('ORDER_NOT_FOUND');
    return found;
  }
}

interface Found {
  order: ShownOrder;
  lines: ShownLine[];
}
