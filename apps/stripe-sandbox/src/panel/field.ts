import { html, type Html } from '../hosted-page/html';

/** One value of a JSON body and its form control. A name with dots makes nested objects. */
export type Field = { label: string; hint?: string } & (
  | { kind: 'text'; placeholder?: string }
  | { kind: 'number'; min: number; max?: number; unit?: string }
  | { kind: 'switch' }
  /** Numbers, separated by commas. */
  | { kind: 'numbers' }
  /** Texts, separated by commas; none leave the name out of the body. */
  | { kind: 'texts'; placeholder: string }
  /** The value '' leaves the name out of the body. */
  | { kind: 'choice'; options: readonly Option[]; numeric?: boolean }
);

export type Option = readonly [value: string, label: string];

/** The controls for `fields`, filled with `values`; `prefix` keeps their ids apart from those of other forms. */
export function fieldList(
  prefix: string,
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>> = {},
): Html {
  return html`<div class="fields">
    ${Object.entries(fields).map(([name, field]) =>
      fieldRow(`${prefix}-${name.replaceAll('.', '-')}`, name, field, values[name]),
    )}
  </div>`;
}

function fieldRow(id: string, name: string, field: Field, value: unknown): Html {
  const hint = field.hint && html`<span class="hint" id="${id}-hint">${field.hint}</span>`;
  const described = field.hint && html`aria-describedby="${id}-hint"`;
  if (field.kind === 'switch') {
    return html`<div class="field switch">
      <input
        type="checkbox"
        id="${id}"
        name="${name}"
        data-kind="switch"
        ${value === true && html`checked`}
        ${described}
      />
      <label for="${id}">${field.label}</label>
      ${hint}
    </div>`;
  }
  return html`<div class="field">
    <label for="${id}">${field.label}</label>
    ${control(html`id="${id}" name="${name}" ${described}`, field, shown(value))} ${hint}
  </div>`;
}

function control(names: Html, field: Exclude<Field, { kind: 'switch' }>, value: string): Html {
  switch (field.kind) {
    case 'choice':
      return html`<select ${names} data-kind="${field.numeric ? 'number' : 'text'}">
        ${field.options.map(
          ([option, label]) =>
            html`<option value="${option}" ${option === value && html`selected`}>${label}</option>`,
        )}
      </select>`;
    case 'number':
      return html`<span class="with-unit"
        ><input
          ${names}
          type="number"
          data-kind="number"
          inputmode="numeric"
          min="${field.min}"
          ${field.max !== undefined && html`max="${field.max}"`}
          value="${value}"
        />${field.unit && html`<span aria-hidden="true">${field.unit}</span>`}</span
      >`;
    case 'numbers':
      return html`<input ${names} data-kind="numbers" inputmode="numeric" value="${value}" />`;
    case 'texts':
    case 'text':
      return html`<input
        ${names}
        data-kind="${field.kind}"
        value="${value}"
        placeholder="${field.placeholder ?? ''}"
      />`;
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
