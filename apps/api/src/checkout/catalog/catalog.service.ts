import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import type { Product } from '@shop/contract';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { InventoryService } from '../../order/inventory/inventory.service';
import { offersOf } from './offer';
import type { Offer } from './offer';

/** The list of products is read from Stripe again when it is older than this. */
const FRESH_MS = 30_000;
const REFRESH_INTERVAL_MS = 1000;
const MAX_PRICES = 1000;

/** What is for sale: Stripe's active prices in the shop's currency, one for each product, kept in memory. */
@Injectable()
export class CatalogService {
  private readonly logger = new Logger('Catalog');
  private known: { offers: Offer[]; readAt: number } | undefined;
  private refreshedAt = -Infinity;
  private reading: Promise<Offer[]> | undefined;

  constructor(
    private readonly stripe: Stripe,
    private readonly inventory: InventoryService,
    private readonly config: Config,
  ) {}

  /** The products as shoppers see them. */
  async products(): Promise<Product[]> {
    const offers = await this.offers();
    const counted = offers.filter(({ stock }) => stock !== null).map(({ product }) => product.id);
    const reserved = await this.inventory.reservedOf(counted);
    return offers.map(({ product, stock }) => ({
      ...product,
      soldOut: stock !== null && stock - (reserved.get(product.id) ?? 0) <= 0,
    }));
  }

  /**
   * What is for sale. Answers with the known list at once and reads it again in the background, so that the shop stays
   * fast when Stripe is slow. Throws only when no list is known.
   */
  async offers(): Promise<Offer[]> {
    if (!this.known) return this.refresh();
    if (performance.now() - this.known.readAt > FRESH_MS) {
      // Set before the reading, so that a failure is not tried again at once.
      this.known.readAt = performance.now();
      this.refresh().catch((error: unknown) => {
        this.logger.warn(describeError(error), 'prices not read; showing the last known ones');
      });
    }
    return this.known.offers;
  }

  /** The same, read again because a price is not known: at most once a second for all callers together. */
  async newestOffers(): Promise<Offer[]> {
    await sleep(Math.max(0, this.refreshedAt + REFRESH_INTERVAL_MS - performance.now()));
    return this.refresh();
  }

  /** Reads the products from Stripe now; callers at the same time share one reading. */
  private refresh(): Promise<Offer[]> {
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async read(): Promise<Offer[]> {
    this.refreshedAt = performance.now();
    const prices = await this.stripe.prices
      .list({
        active: true,
        currency: this.config.shop.currency,
        expand: ['data.product'],
        limit: 100,
      })
      .autoPagingToArray({ limit: MAX_PRICES });
    const found = prices.flatMap((price) => offersOf(price, this.config.shop.url));
    found.sort((a, b) => a.position - b.position || a.product.name.localeCompare(b.product.name));
    // One price for each product: the first, which is the preferred one.
    const offers = found.filter(
      ({ product }, index) => found.findIndex((other) => other.product.id === product.id) === index,
    );
    this.known = { offers, readAt: performance.now() };
    return offers;
  }
}
