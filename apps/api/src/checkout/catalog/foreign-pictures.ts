import { Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { imageIn, imageOf } from '../../stripe/read-product';
import type { PictureRules } from '../../stripe/read-product';

/** Warns about products whose picture is not shown because its host is not on the list: once for each address. */
export class ForeignPictures {
  private readonly logger = new Logger('Catalog');
  private warned = new Map<string, string>();

  /** @param products all that are active: what is mended is forgotten, and warned about again when it comes back */
  warn(products: Stripe.Product[], rules: PictureRules): void {
    const foreign = new Map<string, string>();
    for (const product of products) {
      const image = imageIn(product);
      if (image === undefined || imageOf(product, rules) !== null) continue;
      if (this.warned.get(product.id) !== image && !foreign.has(product.id)) this.tell(product.id);
      foreign.set(product.id, image);
    }
    this.warned = foreign;
  }

  private tell(product: string): void {
    const reason =
      'its picture is on a host that is not in PICTURE_HOSTS, or not on https: ' +
      'upload it in the Stripe Dashboard, or add the host';
    this.logger.warn({ product, reason }, 'picture of a product is not shown');
  }
}
