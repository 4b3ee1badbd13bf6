import type { Choices } from '../engine/checkout/choices';
import type { Payer } from '../engine/checkout/payer';
import type { PayWith } from '../engine/checkout/pay-session';
import type { SessionRecord } from '../engine/checkout/session-record';

/** What the shopper has typed, by the names of the fields. */
export type PayForm = Readonly<Record<string, string>>;

/** The page's fields before anything was typed. */
export function emptyForm({ object }: SessionRecord): PayForm {
  const defaults = object.custom_fields.map((field) => [
    `custom-${field.key}`,
    (field.text ?? field.numeric ?? field.dropdown)?.default_value ?? '',
  ]);
  return {
    ...(Object.fromEntries(defaults) as PayForm),
    email: object.customer_details?.email ?? '',
    method: object.payment_method_types[0] ?? 'card',
  };
}

/** The fields as sent; an e-mail that the session was made with cannot be changed on the page. */
export function readForm(body: unknown, record: SessionRecord): PayForm {
  const empty = emptyForm(record);
  const sent = Object.entries((body ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    ...empty,
    ...Object.fromEntries(sent),
    ...(empty['email'] && { email: empty['email'] }),
  };
}

/** The payer and the payment method that a form describes. */
export function payerOf(form: PayForm, record: SessionRecord): { payer: Payer; payWith: PayWith } {
  const field = (name: string) => (form[name] ?? '').trim();
  const phone = field('phone');
  const method = field('method');
  const taxId = field('taxId');
  const businessName = field('businessName');
  return {
    payer: {
      email: field('email'),
      name: field('billingName'),
      ...(phone && { phone }),
      address: addressOf(field, 'billing'),
      ...(record.object.shipping_address_collection && {
        shipping: { name: field('shippingName'), address: addressOf(field, 'shipping') },
      }),
      customFields: Object.fromEntries(
        record.object.custom_fields.map(({ key }) => [key, field(`custom-${key}`)]),
      ),
      ...(businessName && { businessName }),
      ...(taxId && { taxId }),
      termsAccepted: field('terms') === 'on',
    },
    payWith:
      method === 'card'
        ? {
            type: 'card',
            card: {
              number: field('cardNumber'),
              expiry: field('cardExpiry'),
              cvc: field('cardCvc'),
            },
          }
        : { type: method },
  };
}

const QUANTITY = 'quantity-';

/** What the shopper has chosen on the page that changes the total. */
export function choicesOf(form: PayForm, { object }: SessionRecord): Choices {
  const quantities = Object.entries(form)
    .filter(([name, text]) => name.startsWith(QUANTITY) && text.trim() !== '')
    .map(([name, text]) => [name.slice(QUANTITY.length), Number(text)] as const);
  const { removeItem, add } = form;
  const country = object.shipping_address_collection
    ? form['shippingCountry']
    : form['billingCountry'];
  return {
    shippingRate: form['shippingRate'] ?? '',
    quantities: Object.fromEntries([
      ...quantities,
      ...(removeItem ? [[removeItem, 0] as const] : []),
    ]),
    ...(add && { add: [add] }),
    ...(country && { country }),
  };
}

function addressOf(field: (name: string) => string, prefix: 'billing' | 'shipping') {
  return {
    city: field(`${prefix}City`),
    country: field(`${prefix}Country`),
    line1: field(`${prefix}Line1`),
    line2: field(`${prefix}Line2`),
    postal_code: field(`${prefix}PostalCode`),
    state: field(`${prefix}State`),
  };
}
