import type Stripe from 'stripe';
import { kindOf } from '../engine/payment/method-kinds';
import type { Fields } from './fields';
import { html, type Html } from './html';
import type { Speech } from './language/speech';
import type { MethodType, Words } from './language/words';
import type { PayForm } from './pay-form';

/** The choice of a payment method, and what each asks for. */
export function methodFields(
  session: Stripe.Checkout.Session,
  fields: Fields,
  speech: Speech,
): Html {
  const { words } = speech;
  const types = session.payment_method_types;
  const several = types.length > 1;
  return html`${
    several &&
    html`<fieldset class="choices-list methods">
      <legend class="visually-hidden">${words.paymentMethod}</legend>
      ${types.map((type) =>
        fields.radio(
          'method',
          type,
          html`<span class="choice-label">${methodName(type, words)}</span>`,
        ),
      )}
    </fieldset>`
  }
  ${types.map((type) =>
    type === 'card'
      ? html`<div class="method-part for-card">${cardFields(fields, words)}</div>`
      : html`<p class="method-part for-${type} hint">
          ${kindOf(type).timing === 'debit' ? words.debitHint : words.voucherHint}
        </p>`,
  )}`;
}

function methodName(type: string, { methods }: Words): string {
  return type in methods ? methods[type as MethodType] : type;
}

/** The label of the name field: "cardholder" for a card, "name" for others. The script changes it with the choice. */
export function holderName(
  form: PayForm,
  fields: Fields,
  needsMethod: boolean,
  words: Words,
): Html {
  const byCard = needsMethod && form['method'] === 'card';
  const label = byCard ? words.cardholderName : words.accountHolderName;
  return html`<div
    class="holder"
    data-card="${words.cardholderName}"
    data-other="${words.accountHolderName}"
  >
    ${fields.text('billingName', label, html`autocomplete="cc-name" required`)}
  </div>`;
}

function cardFields(fields: Fields, words: Words): Html {
  return html`${fields.text(
      'cardNumber',
      words.cardNumber,
      html`inputmode="numeric" autocomplete="cc-number" placeholder="1234 1234 1234 1234" required`,
    )}
    <div class="pair">
      <div>
        ${fields.text(
          'cardExpiry',
          words.expiration,
          html`inputmode="numeric" autocomplete="cc-exp" placeholder="${words.expirationHint}"
          required`,
        )}
      </div>
      <div>
        ${fields.text(
          'cardCvc',
          words.cvc,
          html`inputmode="numeric" autocomplete="cc-csc" placeholder="${words.cvc}" required`,
        )}
      </div>
    </div>`;
}
