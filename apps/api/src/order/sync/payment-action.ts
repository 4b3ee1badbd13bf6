import type Stripe from 'stripe';
import type { PaymentAction } from '../../database/schema/tables';
import { isoOf } from './after-payment';

/** What the vouchers' details have in common; each method (konbini, boleto, oxxo, multibanco, …) names its own. */
interface VoucherDetails {
  hosted_voucher_url?: string | null;
  expires_at?: number | null;
  /** OXXO's name for it. */
  expires_after?: number | null;
  number?: string | null;
  /** Multibanco: paid by entity and reference. */
  entity?: string | null;
  reference?: string | null;
  /** Konbini: each chain has a number of its own; the page behind the link shows them all. */
  stores?: unknown;
}

/**
 * What the shopper has to do before the money can come, or null. Sources: the `next_action` of
 * https://docs.stripe.com/api/payment_intents/object
 */
export function paymentActionOf(intent: Stripe.PaymentIntent | null): PaymentAction | null {
  const action = intent?.next_action;
  if (!intent || !action) return null;
  const transfer = action.display_bank_transfer_instructions;
  if (transfer) {
    return {
      type: 'bank_transfer',
      url: transfer.hosted_instructions_url,
      reference: transfer.reference,
      amountRemainingMinor: transfer.amount_remaining ?? intent.amount,
      currency: transfer.currency ?? intent.currency,
    };
  }
  const deposits = action.verify_with_microdeposits;
  if (deposits) {
    return {
      type: 'microdeposits',
      url: deposits.hosted_verification_url,
      arrivalDate: isoOf(deposits.arrival_date),
    };
  }
  return voucherOf(intent, action);
}

function voucherOf(
  intent: Stripe.PaymentIntent,
  action: Stripe.PaymentIntent.NextAction,
): PaymentAction | null {
  const details = (Object.values(action) as unknown[]).find(isVoucher);
  if (!details) return null;
  const expires = details.expires_at ?? details.expires_after;
  return {
    type: 'voucher',
    url: details.hosted_voucher_url ?? null,
    number: numberOf(details),
    amountMinor: intent.amount,
    expiresAt: expires ? isoOf(expires) : null,
  };
}

const isVoucher = (details: unknown): details is VoucherDetails =>
  typeof details === 'object' && details !== null && 'hosted_voucher_url' in details;

function numberOf({ number, entity, reference }: VoucherDetails): string | null {
  if (number) return number;
  return [entity, reference].filter(Boolean).join(' ') || null;
}
