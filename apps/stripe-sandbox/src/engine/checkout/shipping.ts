import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { createShippingRate, getShippingRate } from '../shipping-rates';
import { invalidRequest, missingParam } from '../stripe-error';
import type { SessionRecord } from './session-record';

const MOST_OPTIONS = 5;

/** The shipping options of a session; the first one is selected at the start. */
export function shippingOptionsOf(
  engine: Engine,
  given: Stripe.Checkout.SessionCreateParams.ShippingOption[] | undefined,
  currency: string,
): Stripe.Checkout.Session.ShippingOption[] {
  if (given && given.length > MOST_OPTIONS) {
    throw invalidRequest(
      `Array shipping_options exceeded maximum ${MOST_OPTIONS} allowed elements.`,
      { param: 'shipping_options' },
    );
  }
  return (given ?? []).map((option, index) => {
    const param = `shipping_options[${index}]`;
    const rate = rateOf(engine, option, param);
    if (rate.fixed_amount?.currency !== currency) {
      throw invalidRequest(
        `The shipping rate's currency must be \`${currency}\`, like the line items'.`,
        { param },
      );
    }
    return { shipping_amount: rate.fixed_amount.amount, shipping_rate: rate.id };
  });
}

function rateOf(
  engine: Engine,
  option: Stripe.Checkout.SessionCreateParams.ShippingOption,
  param: string,
): Stripe.ShippingRate {
  if (option.shipping_rate !== undefined) {
    return getShippingRate(engine, option.shipping_rate, `${param}[shipping_rate]`, 400);
  }
  if (!option.shipping_rate_data) throw missingParam(`${param}[shipping_rate]`);
  return createShippingRate(engine, option.shipping_rate_data, `${param}[shipping_rate_data]`);
}

/**
 * Selects one of the session's shipping options; any other id is ignored. The amounts have to be computed again.
 * @returns whether it is another one than before
 */
export function selectShipping({ object }: SessionRecord, rateId: string): boolean {
  if (!object.shipping_options.some((option) => option.shipping_rate === rateId)) return false;
  if (object.shipping_cost?.shipping_rate === rateId) return false;
  object.shipping_cost = {
    amount_subtotal: 0,
    amount_tax: 0,
    amount_total: 0,
    shipping_rate: rateId,
  };
  return true;
}
