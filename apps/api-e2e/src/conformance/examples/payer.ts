import type { ConformanceShop } from '../conformance-shop';

const EMAIL = 'jenny.rosen@example.com';

/** Lets something happen to a session, by the sandbox's control API. @returns what the sandbox answers */
export type Happens = (what: string, body?: object) => Promise<unknown>;

export const happensTo =
  ({ shop }: ConformanceShop, stripeSessionId: string): Happens =>
  (what, body = {}) =>
    shop.sandbox.call('POST', `sessions/${stripeSessionId}/${what}`, body);

export const pay = (happens: Happens, method = 'card', more: object = {}) =>
  happens('complete', { name: 'Jenny Rosen', email: EMAIL, method, ...more });

/** Pays, and answers what the payment page of a shop for businesses asks. */
export const payForBusiness = (happens: Happens) =>
  pay(happens, 'card', {
    phone: '+14155550123',
    businessName: 'Rosen GmbH',
    taxId: 'DE123456789',
    customFields: { po: 'PO-2026-118' },
  });

/** Pays with one of Stripe's test cards: https://docs.stripe.com/testing */
export const payByCard = (happens: Happens, number: string) =>
  pay(happens, 'card', { card: { number } });
