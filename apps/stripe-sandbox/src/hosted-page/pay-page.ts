import type Stripe from 'stripe';
import { kindOf } from '../engine/payment/method-kinds';
import { COUNTRIES } from './countries';
import { Fields } from './fields';
import { html, type Html } from './html';
import { layout } from './layout';
import type { PayForm } from './pay-form';
import type { Speech } from './language/speech';
import type { MethodType, Words } from './language/words';
import { payLabel, summary } from './summary';

export interface PayPageModel {
  session: Stripe.Checkout.Session;
  lines: { line: Stripe.LineItem; imageUrl: string | null }[];
  shippingRates: Stripe.ShippingRate[];
  form: PayForm;
  /** What the discount that is on is called, for the shopper. */
  discountName: string | null;
  /** Why the last attempt failed, in Stripe's words. */
  problem: { message: string; field: string | null } | null;
  codeProblem: string | null;
}

export function payPage(model: PayPageModel, speech: Speech): string {
  const label = payLabel(model.session, speech);
  const body = html`<main class="checkout">
    ${
      /* Enter in a field presses the form's first button: this one, not the one that applies a code. */
      html`<button form="pay" hidden tabindex="-1"></button>`
    }
    ${summary(model, speech)}
    <section class="payment" aria-label="${speech.words.paymentMethod}">
      ${payForm(model, speech, label)}
    </section>
  </main>`;
  return layout(label, body, speech);
}

function payForm(model: PayPageModel, speech: Speech, label: string): Html {
  const { session, form, problem } = model;
  const { words } = speech;
  const fields = new Fields(form, problem?.field ?? null, speech);
  const emailIsFixed = session.customer_details?.email != null;
  const needsMethod =
    (session.amount_total ?? 0) > 0 || session.payment_method_collection === 'always';
  return html`<form
    method="post"
    action="/c/pay/${session.id}"
    id="pay"
    class="pay-form"
    novalidate
  >
    ${problem && html`<p role="alert" id="problem" class="problem">${problem.message}</p>`}
    <input type="hidden" name="expectedTotal" value="${session.amount_total}" />
    <h2>${words.contact}</h2>
    ${fields.text(
      'email',
      words.email,
      html`type="email" autocomplete="email" required ${emailIsFixed && html`readonly`}`,
    )}
    ${
      session.phone_number_collection?.enabled &&
      fields.text('phone', words.phone, html`type="tel" autocomplete="tel" required`)
    }
    ${shipping(model, fields, speech)} ${customFields(session, fields, speech)}
    ${
      needsMethod &&
      html`<h2>${words.paymentMethod}</h2>
        ${methods(session, fields, speech)}`
    }
    ${holderName(form, fields, needsMethod, words)}
    ${
      session.billing_address_collection === 'required' &&
      html`<h2>${words.billingAddress}</h2>
        ${fields.address('billing', COUNTRIES)}`
    }
    ${session.consent_collection?.terms_of_service === 'required' && terms(model, speech)}
    ${session.custom_text.submit && html`<p class="hint">${session.custom_text.submit.message}</p>`}
    <button type="submit" class="pay" data-processing="${words.processing}">${label}</button>
    <p class="hint">${words.testCardHint}</p>
    ${
      session.custom_text.after_submit &&
      html`<p class="hint">${session.custom_text.after_submit.message}</p>`
    }
  </form>`;
}

function shipping(model: PayPageModel, fields: Fields, speech: Speech): Html {
  const { session } = model;
  const { words, money } = speech;
  const { shipping_address_collection: collection, custom_text: text } = session;
  return html`${
    collection &&
    html`<h2>${words.shippingAddress}</h2>
      ${fields.text('shippingName', words.name, html`autocomplete="shipping name" required`)}
      ${fields.address('shipping', collection.allowed_countries)}
      ${text.shipping_address && html`<p class="hint">${text.shipping_address.message}</p>`}`
  }
  ${
    model.shippingRates.length > 0 &&
    html`<fieldset class="choices-list">
      <legend>${words.shippingMethod}</legend>
      ${model.shippingRates.map((rate) =>
        fields.radio(
          'shippingRate',
          rate.id,
          html`<span class="choice-label"
              >${rate.display_name}
              <span class="choice-hint">${deliveryTime(rate, words)}</span></span
            >
            <span class="choice-amount"
              >${
                rate.fixed_amount?.amount
                  ? money(rate.fixed_amount.amount, session.currency)
                  : words.free
              }</span
            >`,
          html`data-update`,
        ),
      )}
      <button
        formaction="/c/pay/${session.id}/update"
        formnovalidate
        name="update"
        value="1"
        class="quiet"
      >
        ${words.updateTotal}
      </button>
    </fieldset>`
  }`;
}

/** When it arrives, where the rate says so in business days. */
function deliveryTime({ delivery_estimate: estimate }: Stripe.ShippingRate, words: Words): string {
  const days = [estimate?.minimum, estimate?.maximum].map((bound) =>
    bound?.unit === 'business_day' ? bound.value : null,
  );
  const [least = null, most = null] = days;
  return least === null && most === null ? '' : words.businessDays(least, most);
}

function customFields(session: Stripe.Checkout.Session, fields: Fields, speech: Speech): Html {
  const { words } = speech;
  if (session.custom_fields.length === 0) return html``;
  return html`<h2>${words.moreDetails}</h2>
    ${session.custom_fields.map((field) => {
      const name = `custom-${field.key}`;
      const label = field.optional
        ? `${field.label.custom} (${words.optional})`
        : (field.label.custom ?? '');
      if (field.dropdown) {
        const options = field.dropdown.options.map(({ value, label }): [string, string] => [
          value,
          label,
        ]);
        return fields.select(name, label, field.optional ? [['', '–'], ...options] : options);
      }
      return fields.text(name, label, field.numeric ? html`inputmode="numeric"` : html``);
    })}`;
}

function methods(session: Stripe.Checkout.Session, fields: Fields, speech: Speech): Html {
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

/** A card has a holder; whoever pays in another way is just named. The script changes the label with the choice. */
function holderName(form: PayForm, fields: Fields, needsMethod: boolean, words: Words): Html {
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

function terms({ session, form, problem }: PayPageModel, { words }: Speech): Html {
  const isMissing = problem?.field === 'terms';
  const text = session.custom_text.terms_of_service_acceptance?.message ?? words.terms;
  return html`<label class="choice terms">
    <input
      type="checkbox"
      name="terms"
      ${form['terms'] === 'on' && html`checked`}
      ${isMissing && html`aria-invalid="true" aria-describedby="problem"`}
    />
    <span class="choice-label">${text}</span>
  </label>`;
}
