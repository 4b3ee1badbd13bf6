import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import type { Product } from '@shop/contract';
import { Config } from '../config/config';

/** How old the list of products may get before it is read from Stripe again. */
const FRESH_MS = 30_000;
const MAX_PRICES = 1000;

/** What is for sale: Stripe's active one-time prices in the shop's currency, one a product, kept in memory. */
@Injectable()
export class CatalogService {
  private readonly logger = new Logger('Catalog');
  private known: { products: Product[]; readAt: number } | undefined;
  private reading: Promise<Product[]> | undefined;

  constructor(
    private readonly stripe: Stripe,
    private readonly config: Config,
  ) {}

  /** The products; the last known ones while Stripe does not answer. Throws only when there are none to show. */
  async products(): Promise<Product[]> {
    if (this.known && Date.now() - this.known.readAt < FRESH_MS) return this.known.products;
    try {
      return await this.refresh();
    } catch (error) {
      if (!this.known) throw error;
      this.logger.warn('Stripe does not list its prices; showing the last known ones');
      return this.known.products;
    }
  }

  /** Reads the products from Stripe now; callers at the same time share one reading. */
  refresh(): Promise<Product[]> {
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async read(): Promise<Product[]> {
    const prices = await this.stripe.prices
      .list({
        active: true,
        type: 'one_time',
        currency: this.config.shop.currency,
        expand: ['data.product'],
        limit: 100,
      })
      .autoPagingToArray({ limit: MAX_PRICES });
    const offers = prices.flatMap((price) => this.offerOf(price));
    offers.sort((a, b) => a.position - b.position || a.product.name.localeCompare(b.product.name));
    const products = [
      ...new Map(offers.reverse().map(({ product }) => [product.id, product])).values(),
    ];
    this.known = { products: products.reverse(), readAt: Date.now() };
    return this.known.products;
  }

  private offerOf(price: Stripe.Price): { product: Product; position: number }[] {
    const { product } = price;
    if (typeof product === 'string' || product.deleted || !product.active) return [];
    if (price.unit_amount === null) return [];
    const { position } = product.metadata;
    const preferred = product.default_price === price.id;
    return [
      {
        position: Number(position ?? Number.MAX_SAFE_INTEGER) - (preferred ? 0.5 : 0),
        product: {
          id: product.id,
          name: product.name,
          description: product.description,
          imageUrl: this.imageOf(product),
          price: { id: price.id, amountMinor: price.unit_amount, currency: price.currency },
        },
      },
    ];
  }

  /** Pictures come from the shop itself, so that looking at the shop calls no third host. */
  private imageOf(product: Stripe.Product): string | null {
    const image = product.metadata['image'] ?? product.images[0];
    if (!image) return null;
    const { shop } = this.config;
    if (image.startsWith(`${shop.url}/`)) return image.slice(shop.url.length);
    return image.startsWith('/') && !image.startsWith('//') ? image : null;
  }
}
