import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { recurringSchema } from '@shop/contract';
import type { Product, Recurring } from '@shop/contract';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { InventoryService } from '../../order/inventory/inventory.service';

/** The list of products is read from Stripe again when it is older than this. */
const FRESH_MS = 30_000;
const REFRESH_INTERVAL_MS = 1000;
const MAX_PRICES = 1000;

/** A product for sale, and how many of it there are: null if its stock is not counted. */
export interface Offer {
  product: Omit<Product, 'soldOut'>;
  stock: number | null;
}

/** What is for sale: Stripe's active prices in the shop's currency, one for each product, kept in memory. */
@Injectable()
export class CatalogService {
  private readonly logger = new Logger('Catalog');
  private known: { offers: Offer[]; readAt: number } | undefined;
  private refreshedAt = 0;
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
    if (Date.now() - this.known.readAt > FRESH_MS) {
      // Set before the reading, so that a failure is not tried again at once.
      this.known.readAt = Date.now();
      this.refresh().catch((error: unknown) => {
        this.logger.warn(describeError(error), 'prices not read; showing the last known ones');
      });
    }
    return this.known.offers;
  }

  /** The same, read again because a price is not known: at most once a second for all callers together. */
  async newestOffers(): Promise<Offer[]> {
    await sleep(Math.max(0, this.refreshedAt + REFRESH_INTERVAL_MS - Date.now()));
    return this.refresh();
  }

  /** Reads the products from Stripe now; callers at the same time share one reading. */
  private refresh(): Promise<Offer[]> {
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async read(): Promise<Offer[]> {
    this.refreshedAt = Date.now();
    const prices = await this.stripe.prices
      .list({
        active: true,
        currency: this.config.shop.currency,
        expand: ['data.product'],
        limit: 100,
      })
      .autoPagingToArray({ limit: MAX_PRICES });
    const found = prices.flatMap((price) => this.offerOf(price));
    found.sort((a, b) => a.position - b.position || a.product.name.localeCompare(b.product.name));
    // One price for each product: the first, which is the preferred one.
    const offers = found.filter(
      ({ product }, index) => found.findIndex((other) => other.product.id === product.id) === index,
    );
    this.known = { offers, readAt: Date.now() };
    return offers;
  }

  private offerOf(price: Stripe.Price): (Offer & { position: number })[] {
    const { product } = price;
    if (typeof product === 'string' || product.deleted || !product.active) return [];
    const recurring = recurringOf(price);
    // A price by tiers or by usage has no amount to show before it is paid.
    if (price.unit_amount === null || recurring === undefined) return [];
    const { position, stock } = product.metadata;
    const preferred = product.default_price === price.id;
    return [
      {
        position: Number(position ?? Number.MAX_SAFE_INTEGER) - (preferred ? 0.5 : 0),
        stock: stock !== undefined && /^\d{1,9}$/.test(stock) ? Number(stock) : null,
        product: {
          id: product.id,
          name: product.name,
          description: product.description,
          imageUrl: this.imageOf(product),
          price: {
            id: price.id,
            amountMinor: price.unit_amount,
            currency: price.currency,
            recurring,
          },
        },
      },
    ];
  }

  /** Pictures come from the shop itself, so that visiting the shop calls no third host. */
  private imageOf(product: Stripe.Product): string | null {
    const image = product.metadata['image'] ?? product.images[0];
    if (!image) return null;
    const { shop } = this.config;
    if (image.startsWith(`${shop.url}/`)) return image.slice(shop.url.length);
    return image.startsWith('/') && !image.startsWith('//') ? image : null;
  }
}

/** Null for what is bought once; undefined for a price that this shop cannot show. */
function recurringOf({ recurring }: Stripe.Price): Recurring | null | undefined {
  if (!recurring) return null;
  const { interval, interval_count: intervalCount, usage_type: usage } = recurring;
  return usage === 'licensed'
    ? recurringSchema.safeParse({ interval, intervalCount }).data
    : undefined;
}
