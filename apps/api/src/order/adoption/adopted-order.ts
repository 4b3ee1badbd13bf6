import type Stripe from 'stripe';
import type { NewOrderRow } from '../../database/schema/tables';
import { imageOf, isWithdrawalExempt, pictureOf, recurringOf } from '../../stripe/read-product';
import type { PictureRules } from '../../stripe/read-product';
import type { PictureSource } from '../../picture/picture-source';
import { plainText } from '../../text/plain-text';
import { stockLimitOf } from '../inventory/stock-limit';
import type { NewOrderLine } from '../insert-order';
import type { SessionLines } from './session-lines.reader';

/** A line, and how many of its product were ever put on sale: null if its stock is not counted. */
export interface AdoptedLine {
  line: NewOrderLine;
  stock: number | null;
}

/** What of an order a session and its line items tell. */
export interface AdoptedOrder {
  order: Pick<
    NewOrderRow,
    'mode' | 'currency' | 'subtotalMinor' | 'totalMinor' | 'email' | 'livemode' | 'createdAt'
  >;
  lines: AdoptedLine[];
  /** Those of its lines that are on other hosts. */
  pictures: PictureSource[];
  /** Why a person has to look before anything is delivered. */
  reviewReason: string | undefined;
}

/**
 * The order that a paid session stands for, when no checkout here created it. Never fails: what the session does not tell
 * is left out, and a person decides where that matters. Amounts are what was charged, not the prices of today.
 * @param shop its currency, for a session without one, and its pictures: see `imageOf`
 */
export function adoptedOrder(
  session: Stripe.Checkout.Session,
  { lines: all, hasMore }: SessionLines,
  shop: PictureRules & { currency: string },
): AdoptedOrder {
  // An optional item that the shopper did not choose has the quantity 0.
  const lines = all.filter(({ quantity }) => quantity !== 0);
  const sumMinor = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const subtotalMinor = session.amount_subtotal ?? sumMinor;
  return {
    order: {
      mode: session.mode === 'subscription' ? 'subscription' : 'payment',
      currency: session.currency ?? lines[0]?.currency ?? shop.currency,
      subtotalMinor,
      totalMinor: session.amount_total ?? subtotalMinor,
      email: session.customer_details?.email ?? session.customer_email,
      livemode: session.livemode,
      createdAt: new Date(session.created * 1000),
    },
    lines: lines.map((line) => adoptedLine(line, shop)),
    pictures: lines.flatMap(({ price }) => {
      const product = productOf(price);
      return product ? pictureOf(product, shop) : [];
    }),
    reviewReason: reasonOf(lines.length, hasMore, sumMinor === subtotalMinor),
  };
}

function reasonOf(count: number, hasMore: boolean, addsUp: boolean): string | undefined {
  if (count === 0) return 'its session has no line items';
  if (hasMore) return 'its session has more line items than are kept';
  return addsUp ? undefined : 'its line items do not add up to what was paid';
}

function adoptedLine(item: Stripe.LineItem, shop: PictureRules): AdoptedLine {
  const { price } = item;
  const product = productOf(price);
  // Paid is paid: a stock that is not clear is not counted.
  const stock = (product && stockLimitOf(product.metadata)) ?? null;
  const quantity = Math.max(1, item.quantity ?? 1);
  return {
    stock,
    line: {
      stripePriceId: price?.id ?? '',
      stripeProductId: idOf(price?.product),
      holdsStock: stock !== null,
      variant: null,
      // Stripe shows the name in the language that the product has it in; which one that is, nothing says.
      lang: null,
      name: plainText(item.description) ?? plainText(product?.name) ?? 'Item',
      imageUrl: product && imageOf(product, shop),
      quantity,
      // A price in tiers may not divide among the units; the order's subtotal is exact all the same.
      unitAmountMinor: Math.round(item.amount_subtotal / quantity),
      recurring: (price && recurringOf(price)) ?? null,
      shippable: product?.shippable ?? null,
      ...(product && isWithdrawalExempt(product) && { withdrawalExempt: true }),
    },
  };
}

function productOf(price: Stripe.Price | null): Stripe.Product | null {
  const product = price?.product;
  return product && typeof product === 'object' && !product.deleted ? product : null;
}

const idOf = (object: string | { id: string } | undefined) =>
  typeof object === 'string' ? object : (object?.id ?? '');
