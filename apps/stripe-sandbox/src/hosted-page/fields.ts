import { namedCountries, usualCountry } from './countries';
import { html, type Html } from './html';
import type { PayForm } from './pay-form';
import type { Speech } from './language/speech';

/** Makes the page's form fields: they keep what was typed and mark the invalid one. */
export class Fields {
  constructor(
    private readonly form: PayForm,
    private readonly wrongField: string | null,
    private readonly speech: Speech,
  ) {}

  /** A labelled text field; `attributes` are the input's own. */
  text(name: string, label: string, attributes: Html): Html {
    return html`<label for="${name}">${label}</label>
      <input
        id="${name}"
        name="${name}"
        value="${this.form[name]}"
        ${attributes}
        ${this.#invalid(name)}
      />`;
  }

  select(
    name: string,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
    usual?: string,
    attributes: Html | false = false,
  ): Html {
    const chosen = this.form[name] ?? usual;
    return html`<label for="${name}">${label}</label>
      <select id="${name}" name="${name}" ${attributes} ${this.#invalid(name)}>
        ${options.map(
          ([value, text]) =>
            html`<option value="${value}" ${chosen === value && html`selected`}>${text}</option>`,
        )}
      </select>`;
  }

  /** An address, with a choice of countries. @param isTaxed whether the total depends on the country */
  address(prefix: 'billing' | 'shipping', countries: readonly string[], isTaxed: boolean): Html {
    const { words, locale } = this.speech;
    const options = namedCountries(countries, locale);
    const part = (name: string, label: string, autocomplete: string) =>
      this.text(
        `${prefix}${name}`,
        label,
        html`autocomplete="${prefix} ${autocomplete}" maxlength="200"`,
      );
    return html`${this.select(`${prefix}Country`, words.country, options, usualCountry(countries, locale), isTaxed && html`data-update`)}
      ${part('Line1', words.addressLine1, 'address-line1')}
      ${part('Line2', `${words.addressLine2} (${words.optional})`, 'address-line2')}
      <div class="pair">
        <div>${part('PostalCode', words.postalCode, 'postal-code')}</div>
        <div>${part('City', words.city, 'address-level2')}</div>
      </div>
      ${part('State', `${words.state} (${words.optional})`, 'address-level1')}`;
  }

  /** A radio button; the chosen one stays chosen. */
  radio(name: string, value: string, label: Html, attributes: Html | false = false): Html {
    return html`<label class="choice">
      <input
        type="radio"
        name="${name}"
        value="${value}"
        ${this.form[name] === value && html`checked`}
        ${attributes}
      />
      ${label}
    </label>`;
  }

  #invalid(name: string): Html | false {
    const field = FIELD_OF_PARAM[this.wrongField ?? ''] ?? this.wrongField;
    return field === name && html`aria-invalid="true" aria-describedby="problem"`;
  }
}

/** Stripe's parameter names that differ from the page's field names. */
const FIELD_OF_PARAM: Readonly<Record<string, string>> = {
  number: 'cardNumber',
  expiry: 'cardExpiry',
  cvc: 'cardCvc',
  name: 'billingName',
};
