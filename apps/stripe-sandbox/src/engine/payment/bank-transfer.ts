import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { invalidRequest } from '../stripe-error';

type Instructions = Stripe.PaymentIntent.NextAction.DisplayBankTransferInstructions;

const TYPES: Readonly<Record<string, Instructions['type']>> = {
  eur: 'eu_bank_transfer',
  gbp: 'gb_bank_transfer',
  jpy: 'jp_bank_transfer',
  mxn: 'mx_bank_transfer',
  usd: 'us_bank_transfer',
};

/** The kind of bank transfer in a currency. */
export const transferType = (currency: string) => TYPES[currency] ?? 'us_bank_transfer';

const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** Where the shopper transfers the money to, and how much is left. Only EUR has an account number here. */
export function bankTransferInstructions(
  engine: Engine,
  intent: Stripe.PaymentIntent,
): Stripe.PaymentIntent.NextAction {
  return {
    type: 'display_bank_transfer_instructions',
    display_bank_transfer_instructions: {
      amount_remaining: intent.amount,
      currency: intent.currency,
      ...(intent.currency === 'eur' && {
        financial_addresses: [
          {
            iban: {
              account_holder_address: NO_ADDRESS,
              account_holder_name: 'Sandbox shop',
              bank_address: NO_ADDRESS,
              bic: 'STRPDE00XXX',
              country: 'DE',
              iban: 'DE00000000000000000001',
            },
            supported_networks: ['sepa'],
            type: 'iban',
          },
        ],
      }),
      hosted_instructions_url: `${engine.world.publicUrl}/vouchers/${intent.id}`,
      reference: intent.id.slice(-12).toUpperCase(),
      type: transferType(intent.currency),
    },
  };
}

type TransferOptions = Stripe.PaymentIntentCreateParams.PaymentMethodOptions.CustomerBalance;

/** The intent's `payment_method_options.customer_balance`. Throws for a kind of transfer that its currency has not. */
export function transferOptions(
  { bank_transfer: transfer, funding_type: funding }: TransferOptions,
  currency: string,
): Stripe.PaymentIntent.PaymentMethodOptions.CustomerBalance {
  // An older name of the type ends in `_account`; the Stripe CLI still sends it.
  const type = transfer?.type.replace(/_account$/, '_transfer');
  if (type !== undefined && type !== transferType(currency)) {
    throw invalidRequest(
      `Bank transfers in ${currency} are of the type ${transferType(currency)}.`,
      {
        param: 'payment_method_options[customer_balance][bank_transfer][type]',
      },
    );
  }
  return {
    ...(type !== undefined && { bank_transfer: { type } }),
    funding_type: funding ?? null,
  };
}

/**
 * A transfer that pays a part: less is left. Returns whether everything is paid now; the caller settles the payment
 * then. Throws if the payment does not wait for a transfer, or for more than what is left.
 */
export function fundByTransfer(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  amountMinor: number,
): boolean {
  const instructions = intent.next_action?.display_bank_transfer_instructions;
  const left = instructions?.amount_remaining ?? 0;
  if (!instructions || amountMinor > left) {
    throw invalidRequest(`This payment waits for a transfer of ${left} at most.`);
  }
  if (amountMinor === left) return true;
  instructions.amount_remaining = left - amountMinor;
  engine.store.paymentIntents.put(intent.id, intent);
  emit(engine, 'payment_intent.partially_funded', intent);
  return false;
}
