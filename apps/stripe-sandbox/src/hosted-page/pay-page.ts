import type Stripe from 'stripe';
import { COUNTRIES } from './countries';
import { Fields } from './fields';
import { html, type Html } from './html';
import { layout } from './layout';
import type { PayPageModel } from './pay-page-model';
import type { Speech } from './language/speech';
import { holderName, methodFields } from './method-fields';
import { shippingFields } from './shipping-fields';
import { payLabel, summary } from './summary';

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
    ${shippingFields(model, fields, speech)} ${customFields(session, fields, speech)}
    ${
      needsMethod &&
      html`<h2>${words.paymentMethod}</h2>
        ${methodFields(session, fields, speech)}`
    }
    ${holderName(form, fields, needsMethod, words)}
    ${
      session.billing_address_collection === 'required' &&
      html`<h2>${words.billingAddress}</h2>
        ${fields.address('billing', COUNTRIES, session.automatic_tax.enabled && !session.shipping_address_collection)}`
    }
    ${session.tax_id_collection?.enabled && businessFields(fields, speech)}
    ${session.consent_collection?.terms_of_service === 'required' && terms(model, speech)}
    ${session.custom_text.submit && html`<p class="hint">${session.custom_text.submit.message}</p>`}
    <button type="submit" class="pay" data-processing="${words.processing}">${label}</button>
    ${needsMethod && html`<p class="hint">${words.testCardHint}</p>`}
    ${
      session.custom_text.after_submit &&
      html`<p class="hint">${session.custom_text.after_submit.message}</p>`
    }
  </form>`;
}

function businessFields(fields: Fields, { words }: Speech): Html {
  return html`${fields.text(
      'businessName',
      `${words.businessName} (${words.optional})`,
      html`autocomplete="organization" maxlength="200"`,
    )}
    ${fields.text('taxId', `${words.taxId} (${words.optional})`, html`aria-describedby="tax-id-hint" maxlength="40"`)}
    <p class="hint" id="tax-id-hint">${words.taxIdHint}</p>`;
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
