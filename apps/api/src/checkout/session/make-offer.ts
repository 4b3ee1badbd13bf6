import type { ShopFile } from '@shop/shop-file';
import type { CheckoutOffer, OptionalItem, ShippingRate } from '../../database/schema/tables';
import { lineNameOf } from '../catalog/line-name';
import type { Offer } from '../catalog/offer';
import { renewalInterval, renewalOf, withRoomIn } from './payable-at-once';

type Settings = ShopFile['checkout'];
type RateSettings = NonNullable<Settings['shipping']>['rates'][number];

/** The largest quantity of a line, as in the cart. */
const MOST = 99;

/** Something for sale, and how many of it can still be sold: null if its stock is not counted. */
export interface SaleableItem extends Pick<
  Offer,
  'product' | 'variant' | 'shippable' | 'withdrawalExempt'
> {
  left: number | null;
}

interface Cart {
  lines: (SaleableItem & { quantity: number })[];
  mode: 'payment' | 'subscription';
  subtotalMinor: number;
  /** BCP 47, the shopper's: what is added is named in it. Null: not known. */
  language: string | null;
}

/**
 * What Stripe's page offers beside a cart, by the shop's settings; null when nothing can be changed or added there. Pure.
 * In `payment` mode Stripe refuses prices that renew, and in `subscription` mode shipping options and prices that renew at
 * another interval (https://docs.stripe.com/api/checkout/sessions/create). What there is none of, or no room for, is not
 * offered.
 * @param catalog everything for sale
 */
export function makeOffer(
  settings: Settings,
  { lines, mode, subtotalMinor, language }: Cart,
  catalog: SaleableItem[],
): CheckoutOffer | null {
  const renewal = renewalOf(lines);
  const addable = settings.optionalItems.flatMap((priceId) => {
    const item = catalog.find(({ variant }) => variant.price.id === priceId);
    const isInCart = lines.some(({ variant }) => variant.price.id === priceId);
    if (!item || isInCart || item.left === 0) return [];
    const interval = renewalInterval(item);
    return interval === null || interval === renewal ? [item] : [];
  });
  const rates = mode === 'payment' ? (settings.shipping?.rates ?? []) : [];
  const offer: CheckoutOffer = {
    quantities: settings.adjustableQuantity
      ? Object.fromEntries(
          lines.map(({ variant, left, quantity }) => [
            variant.price.id,
            Math.max(quantity, mostOf(left)),
          ]),
        )
      : null,
    ...(rates.some((rate) => isEarned(rate, subtotalMinor)) && { isShippingEarned: true }),
    optionalItems: withRoomIn(lines, addable).map((item) => optionalItem(item, language)),
    shippingRates: rates.map((rate) => shippingRate(rate, subtotalMinor)),
  };
  const isEmpty = !offer.quantities && !offer.optionalItems.length && !offer.shippingRates.length;
  return isEmpty ? null : offer;
}

const mostOf = (left: number | null) => Math.min(MOST, left ?? MOST);

function optionalItem(item: SaleableItem, language: string | null): OptionalItem {
  const { product, variant, left, shippable, withdrawalExempt } = item;
  const { id, amountMinor, recurring } = variant.price;
  return {
    stripePriceId: id,
    stripeProductId: product.id,
    holdsStock: left !== null,
    shippable,
    ...(withdrawalExempt && { withdrawalExempt }),
    ...lineNameOf(item, language),
    imageUrl: product.imageUrl,
    unitAmountMinor: amountMinor,
    recurring,
    maximum: mostOf(left),
  };
}

/** Whether a rate is free because of what the cart costs. */
const isEarned = ({ amountMinor, freeFromMinor = Infinity }: RateSettings, subtotalMinor: number) =>
  amountMinor > 0 && subtotalMinor >= freeFromMinor;

/** @param subtotalMinor of the cart: what it may be free from */
function shippingRate(rate: RateSettings, subtotalMinor: number): ShippingRate {
  const { name, amountMinor, deliveryDays } = rate;
  const { minimum = null, maximum = null } = deliveryDays ?? {};
  return {
    name,
    amountMinor: isEarned(rate, subtotalMinor) ? 0 : amountMinor,
    deliveryDays: minimum === null && maximum === null ? null : { minimum, maximum },
  };
}
