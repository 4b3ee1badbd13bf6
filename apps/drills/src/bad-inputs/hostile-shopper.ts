import type Stripe from 'stripe';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import { hostileEmail, hostileText } from './hostile-texts';

/** How many of a shopper's texts are hostile. */
export const TEXTS_OF_A_SHOPPER = 10;

/** What one shopper types, with something hostile in each field. */
export type HostileShopper = ReturnType<typeof hostileShopper>;

export function hostileShopper(random: () => number, { email }: PlacedOrder) {
  const text = () => hostileText(random);
  return {
    email: hostileEmail(random, email),
    name: text(),
    shippingName: text(),
    line1: text(),
    line2: text(),
    city: text(),
    state: text(),
    postalCode: text(),
    phone: text(),
    note: text(),
  };
}

/** Their session, as Stripe would show it if it took every text. */
export function sessionOf(
  session: Stripe.Checkout.Session,
  { name, email, phone, note, shippingName, postalCode, ...lines }: HostileShopper,
): object {
  const address = { ...lines, postal_code: postalCode, country: 'US' };
  return {
    ...session,
    customer: null,
    customer_details: {
      ...session.customer_details,
      name,
      individual_name: name,
      email,
      phone,
      address,
    },
    collected_information: { shipping_details: { name: shippingName, address } },
    metadata: { ...session.metadata, note },
  };
}

/** The fields of the hosted page's form. */
export const formOf = ({ name, email, phone, line1, city }: HostileShopper) =>
  new URLSearchParams({
    email,
    phone,
    billingName: name,
    shippingName: name,
    shippingLine1: line1,
    shippingCity: city,
    shippingCountry: 'US',
    cardNumber: '4242424242424242',
    cardExpiry: '12/40',
    cardCvc: '123',
  });
