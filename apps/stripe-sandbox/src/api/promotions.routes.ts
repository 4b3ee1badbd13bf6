import type Stripe from 'stripe';
import {
  createCoupon,
  deleteCoupon,
  getCoupon,
  listCoupons,
  updateCoupon,
} from '../engine/promotion/coupons';
import {
  createPromotionCode,
  getPromotionCode,
  listPromotionCodes,
  updatePromotionCode,
} from '../engine/promotion/promotion-codes';
import { listRoute, retrieveRoute, route } from './route';

export const promotionRoutes = [
  route<Stripe.CouponCreateParams>({
    method: 'POST',
    path: '/v1/coupons',
    params: 'CouponCreateParams',
    supports: [
      'amount_off',
      'applies_to',
      'currency',
      'duration',
      'duration_in_months',
      'expand',
      'id',
      'max_redemptions',
      'metadata',
      'name',
      'percent_off',
      'redeem_by',
    ],
    run: (engine, _id, params) => createCoupon(engine, params),
  }),
  listRoute<Stripe.CouponListParams>('/v1/coupons', 'CouponListParams', ['created'], listCoupons),
  retrieveRoute('/v1/coupons/:id', 'CouponRetrieveParams', getCoupon),
  route<Stripe.CouponUpdateParams>({
    method: 'POST',
    path: '/v1/coupons/:id',
    params: 'CouponUpdateParams',
    supports: ['expand', 'metadata', 'name'],
    run: (engine, id, params) => updateCoupon(engine, id, params),
  }),
  route<Stripe.CouponDeleteParams>({
    method: 'DELETE',
    path: '/v1/coupons/:id',
    params: 'CouponDeleteParams',
    supports: [],
    run: (engine, id) => deleteCoupon(engine, id),
  }),
  route<Stripe.PromotionCodeCreateParams>({
    method: 'POST',
    path: '/v1/promotion_codes',
    params: 'PromotionCodeCreateParams',
    supports: [
      'active',
      'code',
      'customer',
      'expand',
      'expires_at',
      'max_redemptions',
      'metadata',
      'promotion',
      'restrictions.first_time_transaction',
      'restrictions.minimum_amount',
      'restrictions.minimum_amount_currency',
    ],
    run: (engine, _id, params) => createPromotionCode(engine, params),
  }),
  listRoute<Stripe.PromotionCodeListParams>(
    '/v1/promotion_codes',
    'PromotionCodeListParams',
    ['active', 'code', 'coupon', 'created', 'customer'],
    listPromotionCodes,
  ),
  retrieveRoute('/v1/promotion_codes/:id', 'PromotionCodeRetrieveParams', getPromotionCode),
  route<Stripe.PromotionCodeUpdateParams>({
    method: 'POST',
    path: '/v1/promotion_codes/:id',
    params: 'PromotionCodeUpdateParams',
    supports: ['active', 'expand', 'metadata'],
    run: (engine, id, params) => updatePromotionCode(engine, id, params),
  }),
];
