import type Stripe from 'stripe';
import type { Fields } from './fields';
import { html, type Html } from './html';
import type { Speech } from './language/speech';
import type { Words } from './language/words';
import type { PayPageModel } from './pay-page-model';

/** Shipping address and shipping options. */
export function shippingFields(model: PayPageModel, fields: Fields, speech: Speech): Html {
  const { session } = model;
  const { words, money } = speech;
  const { shipping_address_collection: collection, custom_text: text } = session;
  return html`${
    collection &&
    html`<h2>${words.shippingAddress}</h2>
      ${fields.text('shippingName', words.name, html`autocomplete="shipping name" required`)}
      ${fields.address('shipping', collection.allowed_countries, session.automatic_tax.enabled)}
      ${session.automatic_tax.enabled && model.shippingRates.length === 0 && updateButton(session, words)}
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
      ${updateButton(session, words)}
    </fieldset>`
  }`;
}

/** Shows the total anew; the page's script presses it when something that changes the total is chosen. */
export const updateButton = (session: Stripe.Checkout.Session, words: Words): Html =>
  html`<button
    form="pay"
    formaction="/c/pay/${session.id}/update"
    formnovalidate
    name="update"
    value="1"
    class="quiet"
  >
    ${words.updateTotal}
  </button>`;

/** The delivery estimate, if the rate gives it in business days. */
function deliveryTime({ delivery_estimate: estimate }: Stripe.ShippingRate, words: Words): string {
  const days = [estimate?.minimum, estimate?.maximum].map((bound) =>
    bound?.unit === 'business_day' ? bound.value : null,
  );
  const [least = null, most = null] = days;
  return least === null && most === null ? '' : words.businessDays(least, most);
}
