import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';
import { getCoupon } from './coupons';

export function createPromotionCode(
  engine: Engine,
  params: Stripe.PromotionCodeCreateParams,
): Stripe.PromotionCode {
  if (params.promotion.coupon === undefined) throw missingParam('promotion[coupon]');
  const coupon = getCoupon(engine, params.promotion.coupon, 'promotion[coupon]', 400);
  const code = params.code ?? randomText(8).toUpperCase();
  if (!/^[a-zA-Z0-9]{1,500}$/.test(code)) {
    throw invalidRequest('Invalid code: only letters and digits are allowed.', { param: 'code' });
  }
  if (activeCode(engine, code)) {
    throw invalidRequest('An active promotion code with that code already exists.', {
      param: 'code',
    });
  }
  if (params.customer !== undefined) getCustomer(engine, params.customer, 'customer', 400);
  const promotionCode: Stripe.PromotionCode = {
    id: newId('promo'),
    object: 'promotion_code',
    active: params.active ?? true,
    code,
    created: nowSeconds(engine.clock),
    customer: params.customer ?? null,
    customer_account: params.customer_account ?? null,
    expires_at: params.expires_at ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions: {
      first_time_transaction: params.restrictions?.first_time_transaction ?? false,
      minimum_amount: params.restrictions?.minimum_amount ?? null,
      minimum_amount_currency: params.restrictions?.minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  };
  engine.store.promotionCodes.put(promotionCode.id, promotionCode);
  emit(engine, 'promotion_code.created', promotionCode);
  return promotionCode;
}

/** The active promotion code that a shopper typed, in upper or lower case; a redeemed or expired code is not active. */
export function activeCode(engine: Engine, typed: string): Stripe.PromotionCode | undefined {
  const code = typed.trim().toLowerCase();
  return engine.store.promotionCodes
    .newestFirst()
    .find((candidate) => candidate.code.toLowerCase() === code && isActive(engine, candidate));
}

function isActive(engine: Engine, code: Stripe.PromotionCode): boolean {
  const coupon = engine.store.coupons.get(code.promotion.coupon as string);
  return (
    code.active &&
    coupon !== undefined &&
    !coupon.deleted &&
    getCoupon(engine, coupon.id).valid &&
    (code.expires_at === null || nowSeconds(engine.clock) < code.expires_at) &&
    (code.max_redemptions === null || code.times_redeemed < code.max_redemptions)
  );
}

/** The promotion code, with `active` as of now. */
export function getPromotionCode(
  engine: Engine,
  id: string,
  param = 'promotion_code',
  status = 404,
): Stripe.PromotionCode {
  const code = engine.store.promotionCodes.get(id);
  if (!code) throw resourceMissing('promotion code', id, param, status);
  code.active = isActive(engine, code);
  return code;
}

export function updatePromotionCode(
  engine: Engine,
  id: string,
  params: Stripe.PromotionCodeUpdateParams,
): Stripe.PromotionCode {
  const code = getPromotionCode(engine, id);
  if (params.active !== undefined) code.active = params.active;
  code.metadata = mergeMetadata(code.metadata ?? {}, params.metadata);
  engine.store.promotionCodes.put(id, code);
  emit(engine, 'promotion_code.updated', code);
  return code;
}

export function listPromotionCodes(
  engine: Engine,
  params: Stripe.PromotionCodeListParams,
): List<Stripe.PromotionCode> {
  const matching = engine.store.promotionCodes
    .newestFirst()
    .map(({ id }) => getPromotionCode(engine, id))
    .filter(
      (code) =>
        inRange(code.created, params.created) &&
        (params.active === undefined || code.active === params.active) &&
        (params.code === undefined || code.code.toLowerCase() === params.code.toLowerCase()) &&
        (params.coupon === undefined || code.promotion.coupon === params.coupon) &&
        (params.customer === undefined || code.customer === params.customer),
    );
  return pageOf(matching, params, '/v1/promotion_codes', 'promotion code');
}
