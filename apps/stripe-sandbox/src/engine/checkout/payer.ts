import type Stripe from 'stripe';
import { addressOf } from '../address';
import type { Billing } from '../payment/payment-method-record';
import type { StripeErrorBody } from '../stripe-error';
import { unansweredField } from './custom-fields';
import { readTaxId } from './tax-id';

/** What a shopper fills in on the hosted page, without the payment method. */
export interface Payer {
  email: string;
  name: string;
  phone?: string;
  address?: Stripe.AddressParam;
  shipping?: { name: string; address: Stripe.AddressParam };
  customFields?: Record<string, string>;
  termsAccepted?: boolean;
  /** Of a business: its name, and its tax id as typed. */
  businessName?: string;
  taxId?: string;
}

/** The first required field that is missing or invalid; `param` is the field's name on the page. */
export function payerProblem(
  session: Stripe.Checkout.Session,
  payer: Payer,
): StripeErrorBody | undefined {
  const unusable = fieldWithNul(payer);
  if (unusable) return problem(unusable, 'This field contains a character that is not allowed.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(payer.email)) {
    return problem('email', payer.email ? 'Your email is invalid.' : 'Your email is incomplete.');
  }
  if (
    session.phone_number_collection?.enabled &&
    !/^\+?[\d\s().-]{6,20}$/.test(payer.phone ?? '')
  ) {
    return problem('phone', 'Your phone number is incomplete.');
  }
  const countries = session.shipping_address_collection?.allowed_countries;
  if (countries) {
    const { name = '', address = {} } = payer.shipping ?? {};
    if (!name.trim()) return problem('shippingName', 'Your shipping name is incomplete.');
    if (!address.line1?.trim()) {
      return problem('shippingLine1', 'Your shipping address is incomplete.');
    }
    if (!countries.includes(address.country ?? '')) {
      return problem('shippingCountry', 'We do not ship to this country.');
    }
  }
  if (session.billing_address_collection === 'required' && !payer.address?.line1?.trim()) {
    return problem('billingLine1', 'Your billing address is incomplete.');
  }
  if (payer.taxId && !readTaxId(payer.taxId)) return problem('taxId', 'Your tax ID is invalid.');
  if (payer.taxId && !payer.businessName?.trim()) {
    return problem('businessName', 'Your business name is incomplete.');
  }
  const field = unansweredField(session.custom_fields, payer.customFields ?? {});
  if (field) return problem(`custom-${field.key}`, `${field.label.custom}: this field is invalid.`);
  if (session.consent_collection?.terms_of_service === 'required' && payer.termsAccepted !== true) {
    return problem('terms', 'You must accept the terms of service to continue.');
  }
  if (!payer.name.trim()) return problem('name', 'Your name is incomplete.');
  return undefined;
}

/** Stripe refuses U+0000 in every text. */
function fieldWithNul(payer: Payer): string | undefined {
  const texts: Record<string, unknown> = {
    email: payer.email,
    name: payer.name,
    phone: payer.phone,
    businessName: payer.businessName,
    taxId: payer.taxId,
    shippingName: payer.shipping?.name,
    shippingLine1: payer.shipping?.address,
    billingLine1: payer.address,
    ...Object.fromEntries(
      Object.entries(payer.customFields ?? {}).map(([key, text]) => [`custom-${key}`, text]),
    ),
  };
  return Object.keys(texts).find((name) =>
    Object.values(typeof texts[name] === 'object' ? (texts[name] ?? {}) : [texts[name]]).some(
      (text) => typeof text === 'string' && text.includes('\0'),
    ),
  );
}

function problem(param: string, message: string): StripeErrorBody {
  return { type: 'invalid_request_error', message, param };
}

/** Where the goods or else the invoice go. */
export const countryOf = ({ shipping, address }: Payer): string | undefined =>
  shipping?.address.country || address?.country || undefined;

export function billingOfPayer(payer: Payer): Billing {
  return {
    name: payer.name,
    email: payer.email,
    phone: payer.phone ?? null,
    address: addressOf(payer.address ?? {}),
  };
}
