import type Stripe from 'stripe';
import {
  getBalanceTransaction,
  listBalanceTransactions,
} from '../engine/payment/balance-transactions';
import { getCharge, listCharges, updateCharge } from '../engine/payment/charges';
import {
  getPaymentIntent,
  listPaymentIntents,
  updatePaymentIntent,
} from '../engine/payment/payment-intents';
import { getPaymentMethod } from '../engine/payment/payment-methods';
import { LIST_PARAMS, route } from './route';

export const paymentRoutes = [
  route<Stripe.PaymentIntentListParams>({
    method: 'GET',
    path: '/v1/payment_intents',
    params: 'PaymentIntentListParams',
    supports: [...LIST_PARAMS, 'created', 'customer', 'customer_account'],
    run: (engine, _id, params) => listPaymentIntents(engine, params),
  }),
  route<Stripe.PaymentIntentRetrieveParams>({
    method: 'GET',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getPaymentIntent(engine, id),
  }),
  route<Stripe.PaymentIntentUpdateParams>({
    method: 'POST',
    path: '/v1/payment_intents/:id',
    params: 'PaymentIntentUpdateParams',
    supports: ['description', 'expand', 'metadata', 'receipt_email'],
    run: (engine, id, params) => updatePaymentIntent(engine, id, params),
  }),
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
  route<Stripe.PaymentMethodRetrieveParams>({
    method: 'GET',
    path: '/v1/payment_methods/:id',
    params: 'PaymentMethodRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getPaymentMethod(engine, id),
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
