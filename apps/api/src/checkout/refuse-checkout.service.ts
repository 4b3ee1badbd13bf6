import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import { describeError } from '../http/logging/describe-error';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { RefusalAlerts } from '../stripe/refusal-alerts';
import { CatalogService } from './catalog/catalog.service';
import { findOffers } from './catalog/find-offers';
import { judgeRefusal, mayBeAboutPrices } from './judge-refusal';

/** Ends checkouts that Stripe refuses. */
@Injectable()
export class RefuseCheckoutService {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly orderSync: OrderSyncService,
    private readonly catalog: CatalogService,
    private readonly alerts: RefusalAlerts,
  ) {}

  /**
   * Closes the order, which releases its stock: no try with the same order can succeed.
   * @param error see `isRefusal`
   * @returns what the shopper is answered
   */
  async refuse(
    order: OrderRow,
    lines: OrderLineRow[],
    error: Stripe.errors.StripeError,
  ): Promise<ProblemError> {
    await this.orderSync.abandon(order.id, 'checkout');
    const gone = mayBeAboutPrices(error) ? await this.linesNotForSale(lines) : [];
    const { code, errors, limit, alert } = judgeRefusal(error, order, gone);
    if (alert) await this.alerts.tell(error, order.number);
    return new ProblemError(code, errors, { cause: error, limit });
  }

  /** @returns their indexes; none if Stripe does not answer */
  private async linesNotForSale(lines: OrderLineRow[]): Promise<number[]> {
    const items = lines.map(({ stripePriceId, quantity }) => ({
      priceId: stripePriceId,
      quantity,
    }));
    try {
      return findOffers(items, await this.catalog.newestOffers()).missing;
    } catch (error) {
      this.logger.warn(describeError(error), 'prices not read after a refusal');
      return [];
    }
  }
}
