import type Stripe from 'stripe';
import { invalidRequest } from '../stripe-error';

type Field = Stripe.Checkout.Session.CustomField;
type FieldParams = Stripe.Checkout.SessionCreateParams.CustomField;

const MOST_FIELDS = 3;
const MOST_LABEL = 50;
const MOST_OPTIONS = 200;
const MOST_OPTION_LABEL = 100;

/** The custom fields of a session, without answers. */
export function customFieldsOf(given: FieldParams[] | undefined): Field[] {
  if (given && given.length > MOST_FIELDS) {
    throw invalidRequest(`Array custom_fields exceeded maximum ${MOST_FIELDS} allowed elements.`, {
      param: 'custom_fields',
    });
  }
  return (given ?? []).map((field, index) => {
    if (!/^[a-zA-Z0-9]{1,200}$/.test(field.key)) {
      throw invalidRequest('Custom field keys may only contain letters and digits.', {
        param: `custom_fields[${index}][key]`,
      });
    }
    const named = (name: string) => ({ param: `custom_fields[${index}][${name}]` });
    if (given?.findIndex(({ key }) => key === field.key) !== index) {
      throw invalidRequest(`The custom field key \`${field.key}\` is used twice.`, named('key'));
    }
    if (field.label.custom.length > MOST_LABEL) {
      throw invalidRequest(
        `Custom field labels must be at most ${MOST_LABEL} characters.`,
        named('label'),
      );
    }
    if (field.type === 'dropdown') checkOptions(field.dropdown?.options ?? [], named('dropdown'));
    const limits = (part: FieldParams['text']) => ({
      default_value: part?.default_value ?? null,
      maximum_length: part?.maximum_length ?? null,
      minimum_length: part?.minimum_length ?? null,
      value: null,
    });
    return {
      key: field.key,
      label: field.label,
      optional: field.optional ?? false,
      type: field.type,
      ...(field.type === 'text' && { text: limits(field.text) }),
      ...(field.type === 'numeric' && { numeric: limits(field.numeric) }),
      ...(field.type === 'dropdown' && {
        dropdown: {
          default_value: field.dropdown?.default_value ?? null,
          options: field.dropdown?.options ?? [],
          value: null,
        },
      }),
    };
  });
}

function checkOptions(
  options: readonly { label: string; value: string }[],
  named: { param: string },
): void {
  if (options.length === 0 || options.length > MOST_OPTIONS) {
    throw invalidRequest(`A dropdown has 1 to ${MOST_OPTIONS} options.`, named);
  }
  for (const { label, value } of options) {
    if (!/^[a-zA-Z0-9]{1,100}$/.test(value)) {
      throw invalidRequest('Dropdown values may only contain letters and digits.', named);
    }
    if (label.length > MOST_OPTION_LABEL) {
      throw invalidRequest(
        `Dropdown labels must be at most ${MOST_OPTION_LABEL} characters.`,
        named,
      );
    }
  }
}

/** The first field with an invalid answer; undefined if all are valid. */
export function unansweredField(
  fields: Field[],
  answers: Record<string, string>,
): Field | undefined {
  return fields.find((field) => {
    const answer = answers[field.key] ?? '';
    if (answer === '') return !field.optional;
    if (field.dropdown) return !field.dropdown.options.some((option) => option.value === answer);
    if (field.numeric && !/^\d+$/.test(answer)) return true;
    const { minimum_length: least, maximum_length: most } = field.text ?? field.numeric ?? {};
    return answer.length < (least ?? 0) || answer.length > (most ?? 255);
  });
}

/** Writes the shopper's answers into the fields. */
export function answerFields(fields: Field[], answers: Record<string, string>): void {
  for (const field of fields) {
    const part = field.text ?? field.numeric ?? field.dropdown;
    if (part) part.value = answers[field.key] || null;
  }
}
