import { HttpClient } from '@shop/shop-harness/network/http-client';
import type { Answer, Ask } from '@shop/shop-harness/network/http-client';
import { Shop } from '@shop/shop-harness/shop/shop';
import type { ShopOptions } from '@shop/shop-harness/shop/shop';
import type { Operation } from './api-document';
import { usualDatabase } from './usual-database';
import { writeStaffFinds, writeStaffKeys } from './staff-keys';

export interface Request extends Ask {
  /** As it goes over the wire, with the question mark. */
  query?: string;
  /** In place of the names in braces in an operation's path. */
  params?: Record<string, string>;
}

/** A shop whose API is compared with the document. One of its products has a stock of one. */
export class ConformanceShop {
  readonly #client = new HttpClient(16);
  #visitors = 0;

  private constructor(
    readonly shop: Shop,
    /** Price of a product without a stock, at 24.00. */
    readonly priceId: string,
    readonly countedPriceId: string,
    /** Price of a product that is free. */
    readonly freePriceId: string,
    /** Every e-mail as it was sent, oldest first. */
    readonly mails: readonly string[],
  ) {}

  /** Opens a shop and starts its API. @param options.prepare SQL statements that run before the API starts */
  static async open({
    prepare = [],
    ...options
  }: ShopOptions & { prepare?: string[] } = {}): Promise<ConformanceShop> {
    const mails: string[] = [];
    const shop = await Shop.open(await usualDatabase(), {
      hasTables: true,
      sendsWebhooks: true,
      onMail: (raw) => mails.push(raw),
      ...options,
    });
    const currency =
      typeof options.shop?.['currency'] === 'string' ? options.shop['currency'] : 'usd';
    const sell = async (name: string, amountMinor: number, metadata: Record<string, string>) => {
      const { default_price: price } = await shop.stripe.products.create({
        name,
        description: `${name}, for asking.`,
        metadata: { image: '/products/stoneware-mug.svg', ...metadata },
        default_price_data: { currency, unit_amount: amountMinor },
      });
      return typeof price === 'string' ? price : '';
    };
    const counted = await sell('The last one', 900, { stock: '1' });
    const free = await sell('A free sample', 0, {});
    await sellPictured(shop, currency);
    const { data } = await shop.stripe.prices.list({ lookup_keys: [`stoneware-mug-${currency}`] });
    await shop.inspect(async (query) => {
      for (const statement of [...writeStaffKeys, ...writeStaffFinds, ...prepare])
        await query(statement);
    });
    await shop.start();
    return new ConformanceShop(shop, data[0]?.id ?? '', counted, free, mails);
  }

  /** Sends a request from a new IP address, unless the headers contain one. */
  ask(path: string, { query = '', headers = {}, ...request }: Request = {}): Promise<Answer> {
    this.#visitors += 1;
    const address = `10.1.${this.#visitors >> 8}.${this.#visitors & 255}`;
    return this.#client.ask(this.shop.url + path + query, {
      ...request,
      headers: { 'x-forwarded-for': address, ...headers },
    });
  }

  call({ path, method }: Operation, { params = {}, ...request }: Request = {}): Promise<Answer> {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? 'unknown'),
    );
    return this.ask(filled, { method, ...request });
  }

  /** POST of JSON. */
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  async close(): Promise<void> {
    this.#client.close();
    await this.shop.close();
  }
}

/** A picture of one pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A product whose picture was uploaded in the Dashboard. */
async function sellPictured({ sandbox, stripe }: Shop, currency: string): Promise<void> {
  const uploaded = await sandbox.call('POST', 'files', { type: 'image/png', base64: PNG });
  await stripe.products.create({
    name: 'A pictured one',
    description: 'Its picture was uploaded.',
    images: [(uploaded as { url: string }).url],
    default_price_data: { currency, unit_amount: 1100 },
  });
}
