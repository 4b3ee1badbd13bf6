import type Stripe from 'stripe';
import {
  getBalanceTransaction,
  listBalanceTransactions,
} from '../engine/payment/balance-transactions';
import { getCharge, listCharges, updateCharge } from '../engine/payment/charges';
import { decideDispute, getDispute, listDisputes, updateDispute } from '../engine/payment/disputes';
import { createRefund, getRefund, listRefunds, updateRefund } from '../engine/payment/refunds';
import { LIST_PARAMS, route } from './route';

export const chargeRoutes = [
  route<Stripe.ChargeListParams>({
    method: 'GET',
    path: '/v1/charges',
    params: 'ChargeListParams',
    supports: [...LIST_PARAMS, 'created', 'customer', 'payment_intent'],
    run: (engine, _id, params) => listCharges(engine, params),
  }),
  route<Stripe.ChargeRetrieveParams>({
    method: 'GET',
    path: '/v1/charges/:id',
    params: 'ChargeRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getCharge(engine, id),
  }),
  route<Stripe.ChargeUpdateParams>({
    method: 'POST',
    path: '/v1/charges/:id',
    params: 'ChargeUpdateParams',
    supports: ['description', 'expand', 'metadata', 'receipt_email'],
    run: (engine, id, params) => updateCharge(engine, id, params),
  }),
  route<Stripe.RefundCreateParams>({
    method: 'POST',
    path: '/v1/refunds',
    params: 'RefundCreateParams',
    supports: ['amount', 'charge', 'expand', 'metadata', 'payment_intent', 'reason'],
    run: (engine, _id, params) => createRefund(engine, params),
  }),
  route<Stripe.RefundListParams>({
    method: 'GET',
    path: '/v1/refunds',
    params: 'RefundListParams',
    supports: [...LIST_PARAMS, 'charge', 'created', 'payment_intent'],
    run: (engine, _id, params) => listRefunds(engine, params),
  }),
  route<Stripe.RefundRetrieveParams>({
    method: 'GET',
    path: '/v1/refunds/:id',
    params: 'RefundRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getRefund(engine, id),
  }),
  route<Stripe.RefundUpdateParams>({
    method: 'POST',
    path: '/v1/refunds/:id',
    params: 'RefundUpdateParams',
    supports: ['expand', 'metadata'],
    run: (engine, id, params) => updateRefund(engine, id, params),
  }),
  route<Stripe.DisputeListParams>({
    method: 'GET',
    path: '/v1/disputes',
    params: 'DisputeListParams',
    supports: [...LIST_PARAMS, 'charge', 'created', 'payment_intent'],
    run: (engine, _id, params) => listDisputes(engine, params),
  }),
  route<Stripe.DisputeRetrieveParams>({
    method: 'GET',
    path: '/v1/disputes/:id',
    params: 'DisputeRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getDispute(engine, id),
  }),
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
  route<Stripe.BalanceTransactionListParams>({
    method: 'GET',
    path: '/v1/balance_transactions',
    params: 'BalanceTransactionListParams',
    supports: [...LIST_PARAMS, 'created', 'currency', 'source', 'type'],
    run: (engine, _id, params) => listBalanceTransactions(engine, params),
  }),
  route<Stripe.BalanceTransactionRetrieveParams>({
    method: 'GET',
    path: '/v1/balance_transactions/:id',
    params: 'BalanceTransactionRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getBalanceTransaction(engine, id),
  }),
];
