import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import type { Product } from '@shop/contract';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { InventoryService } from '../../order/inventory/inventory.service';
import { stockLimitOf } from '../../order/inventory/stock-limit';
import { PictureService } from '../../picture/picture.service';
import { isRefusal } from '../../stripe/is-refusal';
import { pictureOf } from '../../stripe/read-product';
import { RefusalAlerts } from '../../stripe/refusal-alerts';
import { ForeignPictures } from './foreign-pictures';
import { offersOf, variantsOf } from './offer';
import type { Offer } from './offer';
import { readPrices } from './read-prices';
import { TooManyPrices } from './too-many-prices';
import { WrongStock } from './wrong-stock';

/** The list of products is read from Stripe again when it is older than this. */
const FRESH_MS = 30_000;

/** What a reading of the list takes of the requests that Stripe allows: a page of prices, and room for more. */
const REQUESTS_A_REFRESH = 5;

/** What is for sale: Stripe's active prices in the shop's currency, by product, kept in memory. */
@Injectable()
export class CatalogService {
  private readonly logger = new Logger('Catalog');
  private known: { offers: Offer[]; readAt: number } | undefined;
  private refreshedAt = -Infinity;
  private reading: Promise<Offer[]> | undefined;
  private readonly tooManyPrices = new TooManyPrices();
  private readonly wrongStock = new WrongStock();
  private readonly foreignPictures = new ForeignPictures();

  constructor(
    private readonly stripe: Stripe,
    private readonly inventory: InventoryService,
    private readonly pictures: PictureService,
    private readonly refusals: RefusalAlerts,
    private readonly config: Config,
  ) {}

  /** The products as shoppers see them. */
  async products(): Promise<Product[]> {
    const saleable = await this.withWhatIsLeft(await this.offers());
    const byProduct = Map.groupBy(saleable, ({ product }) => product.id);
    return [...byProduct.values()].flatMap((ofProduct) => {
      const variants = ofProduct.map(({ variant }) => variant);
      const [first] = ofProduct;
      if (!first) return [];
      const { product, left, variant } = first;
      return [{ ...product, soldOut: left === 0, price: variant.price, variants }];
    });
  }

  /** The offers, each with how many of it can still be sold: null if its stock is not counted. */
  async withWhatIsLeft<Known extends Offer>(
    offers: Known[],
  ): Promise<(Known & { left: number | null })[]> {
    const counted = offers.filter(({ stock }) => stock !== null).map(({ product }) => product.id);
    const reserved = await this.inventory.reservedOf(counted);
    return offers.map((offer) => ({
      ...offer,
      left:
        offer.stock === null
          ? null
          : Math.max(0, offer.stock - (reserved.get(offer.product.id) ?? 0)),
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

  /**
   * The same, read again because a price is not known or no longer sold: at most once a second, unless
   * STRIPE_READS_A_SECOND says otherwise, for all callers together, and by a reading that begins after the call.
   */
  async newestOffers(): Promise<Offer[]> {
    await this.reading?.catch(() => undefined);
    const nextAt = this.refreshedAt + REQUESTS_A_REFRESH * this.config.stripe.readIntervalMs;
    await sleep(Math.max(0, nextAt - performance.now()));
    return this.refresh();
  }

  /** Reads the products from Stripe now; callers at the same time share one reading. */
  private refresh(): Promise<Offer[]> {
    this.reading ??= this.readOrAlert().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readOrAlert(): Promise<Offer[]> {
    try {
      return await this.read();
    } catch (error) {
      if (isRefusal(error)) await this.refusals.tell(error);
      throw error;
    }
  }

  private async read(): Promise<Offer[]> {
    this.refreshedAt = performance.now();
    const { prices, hasMore } = await readPrices(this.stripe, this.config.shop.currency);
    const products = activeProducts(prices);
    this.tooManyPrices.warn(hasMore);
    this.wrongStock.warn(products);
    await this.inventory.recordLimits(limitsOf(products));
    this.foreignPictures.warn(products, this.config.shop);
    await this.pictures.remember(products.flatMap((each) => pictureOf(each, this.config.shop)));
    const offers = variantsOf(prices.flatMap((price) => offersOf(price, this.config.shop)));
    this.known = { offers, readAt: performance.now() };
    return offers;
  }
}

/** Of a product whose number is wrong nothing is for sale. */
function limitsOf(products: Stripe.Product[]): Map<string, number | null> {
  return new Map(
    products.map(({ id, metadata }) => {
      const limit = stockLimitOf(metadata);
      return [id, limit === undefined ? 0 : limit];
    }),
  );
}

const activeProducts = (prices: Stripe.Price[]) =>
  prices.flatMap(({ product }) =>
    typeof product === 'string' || product.deleted || !product.active ? [] : [product],
  );
