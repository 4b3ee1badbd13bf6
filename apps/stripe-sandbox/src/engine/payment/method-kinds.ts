import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { bankTransferInstructions } from './bank-transfer';

/**
 * When a payment method of this type pays: at once (card), by the bank some days later (debit), or when the
 * shopper pays the voucher or transfers the money.
 */
export interface MethodKind {
  timing: 'at_once' | 'debit' | 'voucher' | 'transfer';
  /** Currencies in which hosted Checkout offers it; cards are offered in all. */
  currencies: readonly string[];
  /** The fields of the payment method that only this type has. */
  methodPart: Partial<Stripe.PaymentMethod>;
  /** The part of a charge's `payment_method_details`; a card's is made from the card. */
  chargeDetails: Omit<Stripe.Charge.PaymentMethodDetails, 'type'>;
  /** What the shopper has to do next; vouchers and transfers only. */
  nextAction?: (engine: Engine, intent: Stripe.PaymentIntent) => Stripe.PaymentIntent.NextAction;
}

const THREE_DAYS_S = 3 * 24 * 3600;

const voucherUrl = (engine: Engine, intent: Stripe.PaymentIntent) =>
  `${engine.world.publicUrl}/vouchers/${intent.id}`;

const inThreeDays = (engine: Engine) => nowSeconds(engine.clock) + THREE_DAYS_S;

export const METHOD_KINDS: Readonly<Record<string, MethodKind>> = {
  card: { timing: 'at_once', currencies: [], methodPart: {}, chargeDetails: {} },
  us_bank_account: {
    timing: 'debit',
    currencies: ['usd'],
    methodPart: {
      us_bank_account: {
        account_holder_type: 'individual',
        account_type: 'checking',
        bank_name: 'STRIPE TEST BANK',
        financial_connections_account: null,
        fingerprint: 'FFDMA0xfhBjWSZLu',
        last4: '6789',
        networks: { preferred: 'ach', supported: ['ach'] },
        routing_number: '110000000',
        status_details: null,
      },
    },
    chargeDetails: {
      us_bank_account: {
        account_holder_type: 'individual',
        account_type: 'checking',
        bank_name: 'STRIPE TEST BANK',
        fingerprint: 'FFDMA0xfhBjWSZLu',
        last4: '6789',
        payment_reference: null,
        routing_number: '110000000',
      },
    },
  },
  sepa_debit: {
    timing: 'debit',
    currencies: ['eur'],
    methodPart: {
      sepa_debit: {
        bank_code: '19043',
        branch_code: '',
        country: 'AT',
        fingerprint: 'D3T7YSGGkBEXhIvR',
        generated_from: { charge: null, setup_attempt: null },
        last4: '3201',
      },
    },
    chargeDetails: {
      sepa_debit: {
        bank_code: '19043',
        branch_code: '',
        country: 'AT',
        fingerprint: 'D3T7YSGGkBEXhIvR',
        last4: '3201',
        mandate: null,
      },
    },
  },
  konbini: {
    timing: 'voucher',
    currencies: ['jpy'],
    methodPart: { konbini: {} },
    chargeDetails: { konbini: { store: { chain: 'lawson' } } },
    nextAction: (engine, intent) => {
      const store = { confirmation_number: '12345678901', payment_code: '012345' };
      return {
        type: 'konbini_display_details',
        konbini_display_details: {
          expires_at: inThreeDays(engine),
          hosted_voucher_url: voucherUrl(engine, intent),
          stores: { familymart: store, lawson: store, ministop: store, seicomart: store },
        },
      };
    },
  },
  multibanco: {
    timing: 'voucher',
    currencies: ['eur'],
    methodPart: { multibanco: {} },
    chargeDetails: { multibanco: { entity: '11111', reference: '123456789' } },
    nextAction: (engine, intent) => ({
      type: 'multibanco_display_details',
      multibanco_display_details: {
        entity: '11111',
        expires_at: inThreeDays(engine),
        hosted_voucher_url: voucherUrl(engine, intent),
        reference: '123456789',
      },
    }),
  },
  oxxo: {
    timing: 'voucher',
    currencies: ['mxn'],
    methodPart: { oxxo: {} },
    chargeDetails: { oxxo: { number: '12345678901234657890123456789012' } },
    nextAction: (engine, intent) => ({
      type: 'oxxo_display_details',
      oxxo_display_details: {
        expires_after: inThreeDays(engine),
        hosted_voucher_url: voucherUrl(engine, intent),
        number: '12345678901234657890123456789012',
      },
    }),
  },
  boleto: {
    timing: 'voucher',
    currencies: ['brl'],
    methodPart: { boleto: { tax_id: '000.000.000-00' } },
    chargeDetails: { boleto: { tax_id: '000.000.000-00' } },
    nextAction: (engine, intent) => ({
      type: 'boleto_display_details',
      boleto_display_details: {
        expires_at: inThreeDays(engine),
        hosted_voucher_url: voucherUrl(engine, intent),
        number: '01010101010101010101010101010101010101010101010',
        pdf: null,
      },
    }),
  },
  customer_balance: {
    timing: 'transfer',
    currencies: ['eur', 'gbp', 'jpy', 'mxn', 'usd'],
    methodPart: { customer_balance: {} },
    chargeDetails: { customer_balance: {} },
    nextAction: bankTransferInstructions,
  },
};

const TWO_DAYS_S = 2 * 24 * 3600;

/** The shopper reads two small deposits, or their code, from the account statement. */
export function microdepositsAction(
  engine: Engine,
  intent: Stripe.PaymentIntent,
): Stripe.PaymentIntent.NextAction {
  return {
    type: 'verify_with_microdeposits',
    verify_with_microdeposits: {
      arrival_date: nowSeconds(engine.clock) + TWO_DAYS_S,
      hosted_verification_url: `${engine.world.publicUrl}/microdeposits/${intent.id}`,
      microdeposit_type: 'descriptor_code',
    },
  };
}

/**
 * How a refund of this type starts: debits go back through the bank; a voucher's payer must give bank details first
 * (https://docs.stripe.com/refunds).
 */
export function firstRefundStatus(type: string): 'succeeded' | 'pending' | 'requires_action' {
  const { timing } = kindOf(type);
  return timing === 'at_once' ? 'succeeded' : timing === 'debit' ? 'pending' : 'requires_action';
}

/** The kind of a payment method type that this server knows. */
export function kindOf(type: string): MethodKind {
  const kind = METHOD_KINDS[type];
  if (!kind) throw new Error(`No payment method of type ${type}.`);
  return kind;
}
