import { Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { stockLimitOf } from '../../order/inventory/stock-limit';
import { reasonOfWrongStock } from './reason-of-wrong-stock';

/** Warns about products that are not for sale because their `metadata.stock` is not a number: once for each value. */
export class WrongStock {
  private readonly logger = new Logger('Catalog');
  private warned = new Map<string, string>();

  /** @param products all that are active: what is mended is forgotten, and warned about again when it comes back */
  warn(products: Stripe.Product[]): void {
    const wrong = new Map<string, string>();
    for (const { id, metadata } of products) {
      const { stock } = metadata;
      if (stock === undefined || stockLimitOf(metadata) !== undefined) continue;
      if (this.warned.get(id) !== stock && !wrong.has(id)) this.tell(id, stock);
      wrong.set(id, stock);
    }
    this.warned = wrong;
  }

  private tell(product: string, stock: string): void {
    const reason = reasonOfWrongStock(stock);
    this.logger.warn({ alert: true, product, reason }, 'product is not for sale');
  }
}
