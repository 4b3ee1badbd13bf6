import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { newId } from '../ids';
import { getCoupon } from '../promotion/coupons';
import { activeCode, getPromotionCode } from '../promotion/promotion-codes';
import { invalidRequest, StripeError } from '../stripe-error';
import { priceSession } from './price-session';
import { makesCustomer } from './remember-customer';
import type { SessionRecord } from './session-record';

type DiscountParams = Stripe.Checkout.SessionCreateParams.Discount;

/** Applies the discount that the session was created with. */
export function applyGivenDiscount(
  engine: Engine,
  record: SessionRecord,
  given: DiscountParams[] | undefined,
): void {
  if (!given || given.length === 0) return;
  if (given.length > 1) {
    throw invalidRequest('You can only apply one discount to a Checkout Session.', {
      param: 'discounts',
    });
  }
  const [{ coupon, promotion_code: code } = {}] = given;
  if ((coupon === undefined) === (code === undefined)) {
    throw invalidRequest('You must pass exactly one of `coupon` or `promotion_code`.', {
      param: 'discounts[0]',
    });
  }
  if (coupon !== undefined) {
    putDiscount(engine, record, getCoupon(engine, coupon, 'discounts[0][coupon]', 400), null);
    return;
  }
  const promotionCode = getPromotionCode(engine, code ?? '', 'discounts[0][promotion_code]', 400);
  const problem = codeProblem(engine, record, promotionCode);
  if (problem) {
    throw invalidRequest('This promotion code cannot be redeemed.', {
      param: 'discounts[0][promotion_code]',
    });
  }
  const itsCoupon = getCoupon(engine, promotionCode.promotion.coupon as string);
  putDiscount(engine, record, itsCoupon, promotionCode);
}

/** Why a typed code does not work. */
export type CodeProblem =
  'invalid' | 'minimum_amount' | 'first_time' | 'other_customer' | 'total_too_small';

/** Applies a promotion code that the shopper typed; returns why it does not work, or undefined if it applies. */
export function redeemCode(
  engine: Engine,
  record: SessionRecord,
  typed: string,
): CodeProblem | undefined {
  const code = activeCode(engine, typed);
  if (!code || !record.object.allow_promotion_codes) return 'invalid';
  const problem = codeProblem(engine, record, code);
  if (problem) return problem;
  const coupon = getCoupon(engine, code.promotion.coupon as string);
  if (!fitsCurrency(record, coupon)) return 'invalid';
  const { discount } = record;
  const { discounts } = record.object;
  putDiscount(engine, record, coupon, code);
  try {
    priceSession(engine, record);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    record.discount = discount;
    record.object.discounts = discounts;
    return 'total_too_small';
  }
  return undefined;
}

/** Removes the shopper's code; a discount that the session was created with stays. */
export function removeCode(engine: Engine, record: SessionRecord): void {
  if (!record.object.allow_promotion_codes) return;
  record.discount = null;
  record.object.discounts = [];
  priceSession(engine, record);
}

/** Counts the redemption, once the session is complete. */
export function countRedemption(engine: Engine, { discount }: SessionRecord): void {
  if (!discount) return;
  const coupon = getCoupon(engine, discount.source.coupon as string);
  coupon.times_redeemed += 1;
  engine.store.coupons.put(coupon.id, coupon);
  if (typeof discount.promotion_code !== 'string') return;
  const code = getPromotionCode(engine, discount.promotion_code);
  code.times_redeemed += 1;
  engine.store.promotionCodes.put(code.id, code);
}

function codeProblem(
  engine: Engine,
  { object, lineItems }: SessionRecord,
  code: Stripe.PromotionCode,
): CodeProblem | undefined {
  const subtotal = lineItems.reduce((sum, line) => sum + line.amount_subtotal, 0);
  if (!code.active) return 'invalid';
  const { minimum_amount: minimum, minimum_amount_currency: currency } = code.restrictions;
  if (minimum !== null) {
    if (currency !== null && currency !== object.currency) return 'minimum_amount';
    if (subtotal < minimum) return 'minimum_amount';
  }
  if (code.customer !== null && code.customer !== object.customer) return 'other_customer';
  const isForFirst = code.restrictions.first_time_transaction;
  return isForFirst && !isFirstPayment(engine, object) ? 'first_time' : undefined;
}

/**
 * Whether it is known that this customer has not paid before. Of a guest it never is: codes for first-time customers
 * are invalid in sessions that make no customer (https://docs.stripe.com/api/checkout/sessions/create).
 */
function isFirstPayment(engine: Engine, session: Stripe.Checkout.Session): boolean {
  const { customer, customer_account: account } = session;
  if (customer === null && account === null) return makesCustomer(session);
  return !engine.store.paymentIntents
    .newestFirst()
    .some(
      (paid) =>
        paid.status === 'succeeded' &&
        ((customer !== null && paid.customer === customer) ||
          (account !== null && paid.customer_account === account)),
    );
}

function fitsCurrency({ object }: SessionRecord, coupon: Stripe.Coupon): boolean {
  return coupon.amount_off === null || coupon.currency === object.currency;
}

function putDiscount(
  engine: Engine,
  record: SessionRecord,
  coupon: Stripe.Coupon,
  code: Stripe.PromotionCode | null,
): void {
  if (!coupon.valid) {
    throw invalidRequest(`Coupon expired: ${coupon.id}`, {
      code: 'coupon_expired',
      param: 'discounts[0][coupon]',
    });
  }
  if (!fitsCurrency(record, coupon)) {
    throw invalidRequest(
      `The coupon's currency \`${coupon.currency}\` does not match the Checkout Session's \`${record.object.currency}\`.`,
      { param: 'discounts[0][coupon]' },
    );
  }
  record.discount = {
    id: newId('di'),
    object: 'discount',
    checkout_session: record.object.id,
    customer: null,
    customer_account: null,
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: code?.id ?? null,
    source: { coupon: coupon.id, type: 'coupon' },
    start: nowSeconds(engine.clock),
    subscription: null,
    subscription_item: null,
  };
  record.object.discounts = [{ coupon: code ? null : coupon.id, promotion_code: code?.id ?? null }];
}
