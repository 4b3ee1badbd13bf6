import type Stripe from 'stripe';
import {
  getBalanceTransaction,
  listBalanceTransactions,
} from '../engine/payment/balance-transactions';
import { getCharge, listCharges, updateCharge } from '../engine/payment/charges';
import { decideDispute, getDispute, listDisputes, updateDispute } from '../engine/payment/disputes';
import { cancelRefund, getRefund } from '../engine/payment/refund-changes';
import { createRefund, listRefunds, updateRefund } from '../engine/payment/refunds';
import { listRoute, retrieveRoute, route } from './route';

export const chargeRoutes = [
  listRoute<Stripe.ChargeListParams>(
    '/v1/charges',
    'ChargeListParams',
    ['created', 'customer', 'payment_intent'],
    listCharges,
  ),
  retrieveRoute('/v1/charges/:id', 'ChargeRetrieveParams', getCharge),
  route<Stripe.ChargeUpdateParams>({
    method: 'POST',
    path: '/v1/charges/:id',
    params: 'ChargeUpdateParams',
    unsettable: ['description', 'receipt_email'],
    supports: ['description', 'expand', 'metadata', 'receipt_email'],
    run: (engine, id, params) => updateCharge(engine, id, params),
  }),
  route<Stripe.RefundCreateParams>({
    method: 'POST',
    path: '/v1/refunds',
    params: 'RefundCreateParams',
    supports: [
      'amount',
      'charge',
      'expand',
      'instructions_email',
      'metadata',
      'payment_intent',
      'reason',
    ],
    run: (engine, _id, params) => createRefund(engine, params),
  }),
  listRoute<Stripe.RefundListParams>(
    '/v1/refunds',
    'RefundListParams',
    ['charge', 'created', 'payment_intent'],
    listRefunds,
  ),
  retrieveRoute('/v1/refunds/:id', 'RefundRetrieveParams', getRefund),
  route<Stripe.RefundUpdateParams>({
    method: 'POST',
    path: '/v1/refunds/:id',
    params: 'RefundUpdateParams',
    supports: ['expand', 'metadata'],
    run: (engine, id, params) => updateRefund(engine, id, params),
  }),
  route<Stripe.RefundCancelParams>({
    method: 'POST',
    path: '/v1/refunds/:id/cancel',
    params: 'RefundCancelParams',
    supports: ['expand'],
    run: (engine, id) => cancelRefund(engine, id),
  }),
  listRoute<Stripe.DisputeListParams>(
    '/v1/disputes',
    'DisputeListParams',
    ['charge', 'created', 'payment_intent'],
    listDisputes,
  ),
  retrieveRoute('/v1/disputes/:id', 'DisputeRetrieveParams', getDispute),
  route<Stripe.DisputeUpdateParams>({
    method: 'POST',
    path: '/v1/disputes/:id',
    params: 'DisputeUpdateParams',
    supports: [
      'evidence.customer_email_address',
      'evidence.customer_name',
      'evidence.product_description',
      'evidence.uncategorized_text',
      'expand',
      'metadata',
      'submit',
    ],
    run: (engine, id, params) => updateDispute(engine, id, params),
  }),
  route<Stripe.DisputeCloseParams>({
    method: 'POST',
    path: '/v1/disputes/:id/close',
    params: 'DisputeCloseParams',
    supports: ['expand'],
    run: (engine, id) => decideDispute(engine, id, 'lost'),
  }),
  listRoute<Stripe.BalanceTransactionListParams>(
    '/v1/balance_transactions',
    'BalanceTransactionListParams',
    ['created', 'currency', 'source', 'type'],
    listBalanceTransactions,
  ),
  retrieveRoute(
    '/v1/balance_transactions/:id',
    'BalanceTransactionRetrieveParams',
    getBalanceTransaction,
  ),
];
