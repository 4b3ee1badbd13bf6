import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { resourceMissing } from '../stripe-error';

const TWO_DAYS_S = 2 * 24 * 3600;

/** The balance transaction of a successful charge: its amount minus Stripe's list fee of 2.9 % + 30. */
export function chargeTransaction(
  engine: Engine,
  charge: Stripe.Charge,
): Stripe.BalanceTransaction {
  const { amount_captured: amount } = charge;
  const fee = Math.min(amount, Math.round((amount * 29) / 1000) + 30);
  return addTransaction(engine, {
    amount,
    currency: charge.currency,
    description: charge.description,
    fee,
    source: charge.id,
    type: 'charge',
  });
}

/** Adds a balance transaction; a negative amount reduces the balance. `type` is Stripe's. */
export function addTransaction(
  engine: Engine,
  entry: Pick<Stripe.BalanceTransaction, 'amount' | 'currency' | 'description' | 'fee' | 'type'> & {
    source: string;
  },
): Stripe.BalanceTransaction {
  const created = nowSeconds(engine.clock);
  const transaction: Stripe.BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: entry.amount,
    available_on: created + TWO_DAYS_S,
    balance_type: 'payments',
    created,
    currency: entry.currency,
    description: entry.description,
    exchange_rate: null,
    fee: entry.fee,
    fee_details:
      entry.fee === 0
        ? []
        : [
            {
              amount: entry.fee,
              application: null,
              currency: entry.currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: entry.amount - entry.fee,
    reporting_category: entry.type === 'payment' ? 'charge' : entry.type,
    source: entry.source,
    status: 'pending',
    type: entry.type,
  };
  return engine.store.balanceTransactions.put(transaction.id, transaction);
}

export function getBalanceTransaction(engine: Engine, id: string): Stripe.BalanceTransaction {
  const transaction = engine.store.balanceTransactions.get(id);
  if (!transaction) throw resourceMissing('balance transaction', id, 'id', 404);
  return transaction;
}

export function listBalanceTransactions(
  engine: Engine,
  params: Stripe.BalanceTransactionListParams,
): List<Stripe.BalanceTransaction> {
  const matching = engine.store.balanceTransactions
    .newestFirst()
    .filter(
      (transaction) =>
        inRange(transaction.created, params.created) &&
        (params.currency === undefined || transaction.currency === params.currency) &&
        (params.source === undefined || transaction.source === params.source) &&
        (params.type === undefined || transaction.type === params.type),
    );
  return pageOf(matching, params, '/v1/balance_transactions', 'balance transaction');
}
