import { describe, expect, it } from '@jest/globals';
import { shippingCountries } from '@shop/shop-file';
import type { ShippingCountry } from '@shop/shop-file';
import type Stripe from 'stripe';

type AllowedCountry = Stripe.Checkout.SessionCreateParams.ShippingAddressCollection.AllowedCountry;

/** The members of a union that are not just any string. */
type Literals<T> = T extends string ? (string extends T ? never : T) : never;

type Same<A, B> = [A, B] extends [B, A] ? true : false;

describe('the countries that Stripe ships to', () => {
  it('are those of the SDK: the type check fails when it knows others', () => {
    const same: Same<ShippingCountry, Literals<AllowedCountry>> = true;
    expect(same).toBe(true);
    expect(new Set(shippingCountries).size).toBe(shippingCountries.length);
  });
});
