import { html, type Html } from '../hosted-page/html';
import { fieldList, type Field } from './field';

/** A form that the panel's script sends to the control API as JSON. */
export interface ControlForm {
  /** Unique on the page, and the same at every refresh. */
  id: string;
  method: 'POST' | 'PUT';
  /** Below `/sandbox/api/`. */
  path: string;
  button: string;
  fields?: Readonly<Record<string, Field>>;
  values?: Readonly<Record<string, unknown>>;
  /** Fixed values of the body, beside the fields. */
  always?: Readonly<Record<string, unknown>>;
  /** Extra text of the button for screen readers. */
  about?: string;
  /** A confirmation question before the form is sent. */
  confirm?: string;
  look?: 'strong' | 'quiet' | 'danger';
}

export function controlForm(form: ControlForm): Html {
  return html`<form
    id="${form.id}"
    data-method="${form.method}"
    data-path="${form.path}"
    ${form.always && html`data-always="${JSON.stringify(form.always)}"`}
    ${form.confirm && html`data-confirm="${form.confirm}"`}
  >
    ${form.fields && fieldList(form.id, form.fields, form.values)}
    <button type="submit" class="${form.look ?? 'quiet'}">
      ${form.button}${form.about && html`<span class="unseen"> ${form.about}</span>`}
    </button>
  </form>`;
}

/** A folded form, for actions that need input. */
export function foldedForm(form: ControlForm, summary: string): Html {
  return html`<details class="folded" id="${form.id}-folded">
    <summary class="${form.look ?? 'quiet'}">
      ${summary}${form.about && html`<span class="unseen"> ${form.about}</span>`}
    </summary>
    ${controlForm(form)}
  </details>`;
}
