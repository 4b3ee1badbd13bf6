import type Stripe from 'stripe';
import { html } from './html';
import type { Speech } from './language/speech';
import type { Words } from './language/words';
import { layout } from './layout';

/** The codes a shopper shows or types when paying the voucher, by label. */
type Numbers = readonly [label: string, number: string | null | undefined][];

interface Voucher {
  numbers: Numbers;
  /** Seconds since 1970. */
  expiresAt: number | null;
}

/** The page behind a voucher's `hosted_voucher_url`. */
export function voucherPage(
  intent: Stripe.PaymentIntent,
  speech: Speech,
  shopUrl: string | null = null,
): string {
  const { words, money, date } = speech;
  const voucher = intent.status === 'requires_action' ? voucherOf(intent, words) : null;
  const transfer = intent.next_action?.display_bank_transfer_instructions;
  const title = transfer ? words.transferTitle : words.voucherTitle;
  const amount = transfer?.amount_remaining ?? intent.amount;
  const body = html`<main class="message">
    <h1>${title}</h1>
    ${
      voucher
        ? html`<p class="grand-total">${money(amount, intent.currency)}</p>
            ${voucher.expiresAt !== null && html`<p>${words.voucherText(date(voucher.expiresAt))}</p>`}
            <dl class="voucher">
              ${voucher.numbers.map(
                ([label, number]) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd>${number}</dd>
                  </div>`,
              )}
            </dl>
            <p class="hint">${transfer ? words.transferText : words.voucherHint}</p>`
        : html`<p>${intent.status === 'succeeded' ? words.voucherPaid : words.voucherExpired}</p>`
    }
    ${shopUrl !== null && html`<p><a href="${shopUrl}">${words.backToShop}</a></p>`}
  </main>`;
  return layout(title, body, speech);
}

function voucherOf({ next_action: action }: Stripe.PaymentIntent, words: Words): Voucher | null {
  const { reference, entity, number, paymentCode, confirmationNumber } = words.voucherLabels;
  if (action?.konbini_display_details) {
    const { stores, expires_at: expiresAt } = action.konbini_display_details;
    const numbers = Object.entries(STORES).flatMap(([key, name]): Numbers => {
      const store = stores[key as keyof typeof STORES];
      if (!store) return [];
      return [
        [`${name}: ${paymentCode}`, store.payment_code],
        [`${name}: ${confirmationNumber}`, store.confirmation_number],
      ];
    });
    return { numbers: numbers.filter(([, given]) => given), expiresAt };
  }
  if (action?.multibanco_display_details) {
    const {
      entity: payee,
      reference: given,
      expires_at: expiresAt,
    } = action.multibanco_display_details;
    return {
      numbers: [
        [entity, payee],
        [reference, given],
      ],
      expiresAt,
    };
  }
  if (action?.oxxo_display_details) {
    const { number: given, expires_after: expiresAt } = action.oxxo_display_details;
    return { numbers: [[number, given]], expiresAt };
  }
  if (action?.boleto_display_details) {
    const { number: given, expires_at: expiresAt } = action.boleto_display_details;
    return { numbers: [[number, given]], expiresAt };
  }
  const transfer = action?.display_bank_transfer_instructions;
  if (transfer) {
    const account = transfer.financial_addresses?.[0]?.iban?.iban;
    const numbers: Numbers = [
      [words.voucherLabels.iban, account],
      [reference, transfer.reference],
    ];
    return { numbers: numbers.filter(([, given]) => given), expiresAt: null };
  }
  return null;
}

const STORES = {
  familymart: 'FamilyMart',
  lawson: 'Lawson',
  ministop: 'Ministop',
  seicomart: 'Seicomart',
} as const;
