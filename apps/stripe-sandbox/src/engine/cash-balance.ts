import type Stripe from 'stripe';
import { settleSession } from './checkout/settle-session';
import { nowSeconds } from './clock';
import { getCustomer } from './customers';
import type { Engine } from './engine.types';
import { emit } from './events';
import { newId } from './ids';
import { checkCurrency } from './prices';
import { invalidRequest } from './stripe-error';
import { fundByTransfer, transferType } from './payment/bank-transfer';
import { settleIntent } from './payment/confirm-intent';

export interface FundParams {
  amount: number;
  currency: string;
  reference?: string;
}

/**
 * A test transfer to a customer's cash balance (https://docs.stripe.com/api/cash_balance_transactions/fund_cash_balance).
 * It pays what waits for a transfer, oldest first and perhaps a part only; the rest stays in the balance.
 */
export function fundCashBalance(
  engine: Engine,
  customerId: string,
  params: FundParams,
): Stripe.CustomerCashBalanceTransaction {
  getCustomer(engine, customerId);
  const currency = checkCurrency(params.currency, 'currency');
  const { amount } = params;
  if (amount < 1) {
    throw invalidRequest('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  const type = transferType(currency);
  const funded = {
    funded: { bank_transfer: { reference: params.reference ?? null, type } },
    type: 'funded',
  };
  const transaction = move(engine, customerId, currency, amount, funded);
  emit(engine, 'cash_balance.funds_available', cashBalance(engine, customerId));
  for (const intent of waitingFor(engine, customerId, currency)) pay(engine, intent);
  return transaction;
}

/** What a customer has in the cash balance, by currency. */
export function cashBalance(engine: Engine, customer: string): Stripe.CashBalance {
  getCustomer(engine, customer);
  const known = engine.store.cashBalances.get(customer);
  return {
    object: 'cash_balance',
    available: known ?? null,
    customer,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
  };
}

/** Pays as much of the intent as the balance has. */
function pay(engine: Engine, intent: Stripe.PaymentIntent): void {
  const { currency, id } = intent;
  const customerId = intent.customer as string;
  const available = engine.store.cashBalances.get(customerId)?.[currency] ?? 0;
  const left = intent.next_action?.display_bank_transfer_instructions?.amount_remaining ?? 0;
  const amount = Math.min(available, left);
  const method = engine.store.paymentMethods.get((intent.payment_method ?? '') as string);
  if (amount === 0 || !method) return;
  move(engine, customerId, currency, -amount, {
    applied_to_payment: { payment_intent: id },
    type: 'applied_to_payment',
  });
  if (!fundByTransfer(engine, intent, amount)) return;
  const session = engine.store.sessions.newestFirst().find(({ intentId }) => intentId === id);
  if (session) settleSession(engine, session.object.id, 'succeeded');
  else settleIntent(engine, intent, method);
}

function waitingFor(engine: Engine, customer: string, currency: string): Stripe.PaymentIntent[] {
  return engine.store.paymentIntents
    .newestFirst()
    .filter(
      (intent) =>
        intent.customer === customer &&
        intent.currency === currency &&
        intent.next_action?.display_bank_transfer_instructions,
    )
    .reverse();
}

/** Changes the balance by an amount in minor units. */
function move(
  engine: Engine,
  customer: string,
  currency: string,
  amount: number,
  what: Pick<Stripe.CustomerCashBalanceTransaction, 'applied_to_payment' | 'funded' | 'type'>,
): Stripe.CustomerCashBalanceTransaction {
  const before = engine.store.cashBalances.get(customer) ?? {};
  const balance = (before[currency] ?? 0) + amount;
  engine.store.cashBalances.put(customer, { ...before, [currency]: balance });
  const transaction: Stripe.CustomerCashBalanceTransaction = {
    id: newId('ccsbtxn'),
    object: 'customer_cash_balance_transaction',
    created: nowSeconds(engine.clock),
    currency,
    customer,
    customer_account: null,
    ending_balance: balance,
    livemode: false,
    net_amount: amount,
    ...what,
  };
  emit(engine, 'customer_cash_balance_transaction.created', transaction);
  return transaction;
}
