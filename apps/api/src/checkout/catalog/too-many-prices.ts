import { Logger } from '@nestjs/common';
import { MAX_PRICES } from './read-prices';

/** Warns once when there are more active prices than are for sale, and again when that comes back. */
export class TooManyPrices {
  private readonly logger = new Logger('Catalog');
  private isWarned = false;

  warn(hasMore: boolean): void {
    if (hasMore && !this.isWarned) this.tell();
    this.isWarned = hasMore;
  }

  private tell(): void {
    const reason =
      `there are more than ${MAX_PRICES} active prices in the shop's currency, and the oldest are not for sale: ` +
      'archive prices in the Stripe Dashboard that are not needed any more';
    this.logger.warn({ alert: true, reason }, 'products are not for sale');
  }
}
