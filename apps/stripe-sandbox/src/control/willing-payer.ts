import type Stripe from 'stripe';
import type { Payer } from '../engine/checkout/payer';

interface Given {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  country?: string | undefined;
  businessName?: string | undefined;
  taxId?: string | undefined;
  customFields?: Readonly<Record<string, string>> | undefined;
}

/** A payer who fills in every required field; `given` values win. */
export function willingPayer(session: Stripe.Checkout.Session, given: Given): Payer {
  const name = given.name ?? 'Jenny Rosen';
  const countries = session.shipping_address_collection?.allowed_countries;
  const phone =
    given.phone ?? (session.phone_number_collection?.enabled ? '+1 415 555 0132' : null);
  const address = (country: string) => ({
    line1: '510 Townsend St',
    city: 'San Francisco',
    postal_code: '94103',
    state: 'CA',
    country,
  });
  return {
    name,
    email: given.email ?? session.customer_details?.email ?? 'jenny.rosen@example.com',
    ...(phone !== null && { phone }),
    ...((session.billing_address_collection === 'required' || given.country !== undefined) && {
      address: address(given.country ?? 'US'),
    }),
    ...(countries && {
      shipping: { name, address: address(given.country ?? countries[0] ?? 'US') },
    }),
    ...(given.businessName !== undefined && { businessName: given.businessName }),
    ...(given.taxId !== undefined && { taxId: given.taxId }),
    customFields: Object.fromEntries(
      session.custom_fields.map((field) => [
        field.key,
        given.customFields?.[field.key] ??
          field.dropdown?.options[0]?.value ??
          (field.type === 'numeric' ? '1' : 'x').repeat(
            (field.text ?? field.numeric)?.minimum_length ?? 1,
          ),
      ]),
    ),
    termsAccepted: true,
  };
}
