import { Injectable } from '@nestjs/common';
import type { Confirmation } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { ProblemError } from '../../http/errors/problem-error';
import { Metrics } from '../../metrics/metrics';
import { withTimeout } from '../../with-timeout';
import { InventoryService } from '../inventory/inventory.service';
import { isOutdated } from '../facts/subscription-view';
import { isFinal } from '../order-status';
import { VisitorSyncService } from '../sync/visitor-sync.service';
import { ConfirmationAccessService } from './confirmation-access.service';
import { ConfirmationRepository } from './confirmation.repository';
import type { ShownOrder, ShownWithLines } from './confirmation.repository';
import { fullView, maskedView } from './confirmation.view';
import type { ViewRules } from './confirmation.view';
import type { StagedMail } from './last-mail';
import { correctableUntil } from './correctable-until';

/** The longest wait for Stripe. After it the page gets what the database has, and asks again. */
const CHECK_DEADLINE_MS = 1500;

/** What the database has, and whether Stripe is known to say the same. */
type Known = ShownWithLines & { isCurrent: boolean };

@Injectable()
export class ConfirmationService {
  constructor(
    private readonly orders: ConfirmationRepository,
    private readonly visitorSync: VisitorSyncService,
    private readonly access: ConfirmationAccessService,
    private readonly inventory: InventoryService,
    private readonly metrics: Metrics,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * The state of an order. Until the order is final Stripe is asked first, so that the page is right even if it is loaded
   * before the webhook arrives.
   * @param browserHash the hash of the browser's cookie. The browser that started the checkout sees everything, and so
   * does a browser that has passed the e-mail check
   * @param isViewing whether somebody gets to see the answer: only then it can be the first view
   * @throws ProblemError ORDER_NOT_FOUND, without asking Stripe unless paid sessions are adopted
   */
  async confirm(
    stripeSessionId: string,
    browserHash: string | undefined,
    isViewing = true,
  ): Promise<Confirmation> {
    const known =
      (await this.orders.findShown(stripeSessionId)) ?? (await this.adopted(stripeSessionId));
    const { isCurrent, ...shown } = await this.upToDate(known, stripeSessionId);
    const { order, mail } = shown;
    const rules = this.rules(isCurrent);
    if (!browserHash || !(await this.access.maySeeAll(order, browserHash)))
      return maskedView(shown, rules);
    const firstView =
      isViewing &&
      order.status === 'paid' &&
      !order.firstViewedAt &&
      (await this.orders.claimFirstView(order.id, this.clock.now()));
    const resend = await this.resendFor(order, mail, browserHash);
    const withLink = { ...shown, order: await this.withoutDeadLink(order) };
    return fullView(withLink, resend, firstView, rules);
  }

  private rules(isCurrent: boolean): ViewRules {
    const { withdrawal, cancellation } = this.config.shopFile;
    return { withdrawal, minutes: cancellation.minutes, now: this.clock.now(), isCurrent };
  }

  /** What `BuyerResendService` does for this browser: it needs an e-mail to send again, or an address to correct. */
  private async resendFor(order: ShownOrder, mail: StagedMail | null, browserHash: string) {
    const until = correctableUntil(order, this.clock.now());
    if (!order.email || !(mail ?? until)) return null;
    if (!(await this.access.isBuyer(order, browserHash))) return null;
    return { correctableUntil: until && until.toISOString() };
  }

  /** The link to the cart of an order that has ended is shown while all of it can still be had. */
  private async withoutDeadLink(order: ShownOrder): Promise<ShownOrder> {
    if (order.status !== 'expired' || !order.recoveryUrl) return order;
    return (await this.inventory.isThereEnoughFor(order.id))
      ? order
      : { ...order, recoveryUrl: null };
  }

  /** The order of a session that no checkout here created; its payer may be here before the webhook. */
  private async adopted(stripeSessionId: string): Promise<ShownWithLines> {
    const hasAnswered = await withTimeout(
      this.visitorSync.adopt(stripeSessionId),
      CHECK_DEADLINE_MS,
      () => false,
    );
    if (!hasAnswered) throw new ProblemError('ORDER_NOT_FOUND');
    return this.find(stripeSessionId);
  }

  private async upToDate(known: ShownWithLines, asked: string): Promise<Known> {
    if (isFinal(known.order.status) && !isOutdated(known.order, this.clock.now())) {
      this.metrics.count('confirmations_total', { source: 'database' });
      return { ...known, isCurrent: true };
    }
    return this.refresh(known.order, asked);
  }

  private async refresh({ id, stripeSessionId }: ShownOrder, asked: string): Promise<Known> {
    const isCurrent = await withTimeout(
      this.visitorSync.sync(stripeSessionId ?? asked, id, 'page'),
      CHECK_DEADLINE_MS,
      () => undefined,
    );
    const source = isCurrent === undefined ? 'late' : isCurrent ? 'stripe' : 'database';
    this.metrics.count('confirmations_total', { source });
    return { ...(await this.find(asked)), isCurrent: isCurrent ?? false };
  }

  private async find(stripeSessionId: string): Promise<ShownWithLines> {
    const found = await this.orders.findShown(stripeSessionId);
    if (!found) throw new ProblemError('ORDER_NOT_FOUND');
    return found;
  }
}
