import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { checkCurrency } from '../prices';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';
import { applyChanges } from '../changes';

export function createCoupon(engine: Engine, params: Stripe.CouponCreateParams): Stripe.Coupon {
  const id = params.id ?? randomText(8);
  const existing = engine.store.coupons.get(id);
  if (existing && !existing.deleted) {
    throw invalidRequest('Coupon already exists.', {
      code: 'resource_already_exists',
      param: 'id',
    });
  }
  checkWorth(params);
  const coupon: Stripe.Coupon = {
    id,
    object: 'coupon',
    amount_off: params.amount_off ?? null,
    created: nowSeconds(engine.clock),
    currency: params.currency === undefined ? null : checkCurrency(params.currency, 'currency'),
    duration: params.duration ?? 'once',
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
    ...(params.applies_to?.products && { applies_to: { products: params.applies_to.products } }),
  };
  engine.store.coupons.put(id, coupon);
  emit(engine, 'coupon.created', coupon);
  return coupon;
}

function checkWorth(params: Stripe.CouponCreateParams): void {
  if ((params.amount_off === undefined) === (params.percent_off === undefined)) {
    throw invalidRequest('You must pass either `amount_off` or `percent_off`.', {
      param: 'percent_off',
    });
  }
  if (params.amount_off !== undefined && params.currency === undefined) {
    throw missingParam('currency');
  }
  if (params.amount_off !== undefined && params.amount_off < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount_off',
    });
  }
  if (params.percent_off !== undefined && (params.percent_off <= 0 || params.percent_off > 100)) {
    throw invalidRequest('Invalid percent_off: must be greater than 0 and at most 100', {
      param: 'percent_off',
    });
  }
  if (params.duration === 'repeating' && params.duration_in_months === undefined) {
    throw missingParam('duration_in_months');
  }
}

/** The coupon, with `valid` as of now. */
export function getCoupon(
  engine: Engine,
  id: string,
  param = 'coupon',
  status = 404,
): Stripe.Coupon {
  const coupon = engine.store.coupons.get(id);
  if (!coupon || coupon.deleted) throw resourceMissing('coupon', id, param, status);
  coupon.valid = isRedeemable(engine, coupon);
  return coupon;
}

function isRedeemable(engine: Engine, coupon: Stripe.Coupon): boolean {
  return (
    (coupon.redeem_by === null || nowSeconds(engine.clock) < coupon.redeem_by) &&
    (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions)
  );
}

export function updateCoupon(
  engine: Engine,
  id: string,
  params: Stripe.CouponUpdateParams,
): Stripe.Coupon {
  const coupon = getCoupon(engine, id);
  const changed = applyChanges(coupon, params, ['name']);
  coupon.metadata = mergeMetadata(coupon.metadata ?? {}, params.metadata);
  engine.store.coupons.put(id, coupon);
  emit(engine, 'coupon.updated', coupon, changed);
  return coupon;
}

export function deleteCoupon(engine: Engine, id: string): Stripe.DeletedCoupon {
  const coupon = getCoupon(engine, id);
  const deleted = { id, object: 'coupon', deleted: true } as const;
  engine.store.coupons.put(id, deleted);
  emit(engine, 'coupon.deleted', coupon);
  return deleted;
}

export function listCoupons(engine: Engine, params: Stripe.CouponListParams): List<Stripe.Coupon> {
  const matching = engine.store.coupons
    .newestFirst()
    .filter((coupon): coupon is Stripe.Coupon => !coupon.deleted)
    .filter((coupon) => inRange(coupon.created, params.created));
  return pageOf(matching, params, '/v1/coupons', 'coupon');
}
