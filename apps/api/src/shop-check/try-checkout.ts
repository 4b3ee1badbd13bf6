import { randomUUID } from 'node:crypto';
import { chargeLimits } from '@shop/money';
import type { ShopFile } from '@shop/shop-file';
import Stripe from 'stripe';
import type { StripeFinding } from '../database/schema/stripe-endpoint-tables';
import type { Offer } from '../checkout/catalog/offer';
import { makeOffer } from '../checkout/session/make-offer';
import { sessionParams } from '../checkout/session/session-params';
import { judgeCheckout } from './judge-checkout';

/**
 * Opens a Checkout Session with the settings of the shop file, as a checkout does, and expires it at once. Nobody gets its
 * link. It names no order and no deployment, so its event is nobody's business.
 * @param offers what is for sale: one at least
 * @returns why Stripe refuses it
 * @throws what Stripe throws otherwise
 */
export async function tryCheckout(
  stripe: Stripe,
  shopFile: ShopFile,
  shopUrl: string,
  offers: readonly Offer[],
): Promise<StripeFinding[]> {
  try {
    const { id } = await stripe.checkout.sessions.create(paramsOf(shopFile, shopUrl, offers));
    await stripe.checkout.sessions.expire(id);
    return [];
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return [judgeCheckout(error)];
    throw error;
  }
}

function paramsOf(shopFile: ShopFile, shopUrl: string, offers: readonly Offer[]) {
  const { currency, checkout, languages } = shopFile;
  const item = someOffer(offers, currency);
  const { price } = item.variant;
  const mode = price.recurring ? 'subscription' : 'payment';
  const language = languages.default;
  const catalog = offers.map((offer) => ({ ...offer, left: offer.stock }));
  const lines = [{ ...item, left: item.stock, quantity: 1 }];
  const subtotalMinor = price.amountMinor;
  const order = {
    id: randomUUID(),
    number: 'SHOP-CHECK',
    deploymentId: null,
    mode,
    locale: null,
    language,
    currency,
    createdAt: new Date(),
    offer: makeOffer(checkout, { lines, mode, subtotalMinor, language }, catalog),
  } as const;
  const line = { stripePriceId: price.id, quantity: 1 };
  const {
    metadata: _order,
    client_reference_id: _id,
    after_expiration: _recovery,
    ...params
  } = sessionParams(order, [line], shopFile, shopUrl);
  return params;
}

/** One that is bought once and can be charged, where there is one: shipping is offered with it. */
function someOffer(offers: readonly Offer[], currency: string): Offer {
  const { minimumMinor = 1 } = chargeLimits(currency);
  const chargeable = offers.filter(({ variant }) => variant.price.amountMinor >= minimumMinor);
  const once = chargeable.find(({ variant }) => variant.price.recurring === null);
  const some = once ?? chargeable[0] ?? offers[0];
  if (!some) throw new Error('There is nothing to try a checkout with.');
  return some;
}
