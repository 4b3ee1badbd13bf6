import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { portalLocaleOf, portalLocales } from './portal-locale';
import type { PortalLocale } from './portal-locale';

/** The members of a union that are not just any string. */
type Literals<T> = T extends string ? (string extends T ? never : T) : never;
type Same<A, B> = [A, B] extends [B, A] ? true : false;
type OfSdk = Exclude<Literals<Stripe.BillingPortal.SessionCreateParams.Locale>, 'auto'>;

describe('the languages of Stripe’s billing portal', () => {
  it('are those of the SDK: the type check fails when it knows others', () => {
    const same: Same<PortalLocale, OfSdk> = true;
    expect(same).toBe(true);
    expect(new Set(portalLocales).size).toBe(portalLocales.length);
  });

  it('are not those of Checkout: Stripe chooses where the portal lacks one', () => {
    expect(['de', 'hi-IN', 'of-nobody', null].map(portalLocaleOf)).toEqual([
      'de',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
