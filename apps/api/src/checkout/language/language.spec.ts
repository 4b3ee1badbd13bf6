import { describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { languageWishes } from './language-wishes';
import { ownLanguageOf } from './own-language';
import { stripeLocaleOf, stripeLocales } from './stripe-locale';
import type { StripeLocale } from './stripe-locale';

/** The members of a union that are not just any string. */
type Literals<T> = T extends string ? (string extends T ? never : T) : never;
type Same<A, B> = [A, B] extends [B, A] ? true : false;
type OfSdk = Exclude<Literals<Stripe.Checkout.SessionCreateParams.Locale>, 'auto'>;

describe('the languages of Stripe’s page', () => {
  it('are those of the SDK: the type check fails when it knows others', () => {
    const same: Same<StripeLocale, OfSdk> = true;
    expect(same).toBe(true);
    expect(new Set(stripeLocales).size).toBe(stripeLocales.length);
  });
});

describe('what a shopper wants', () => {
  it.each([
    [undefined, 'it-IT,it;q=0.9,en;q=0.8', ['it-IT', 'it', 'en']],
    [undefined, 'en;q=0.5, de;q=0.9, fr', ['fr', 'de', 'en']],
    [undefined, 'de;q=0, en', ['en']],
    [undefined, 'de; q=0.3 , ja ;Q=1.000', ['ja', 'de']],
    [undefined, '*, de;q=0.1', ['de']],
    ['de', 'en-GB,en;q=0.9', ['de', 'en-GB', 'en']],
    ['fr-ca', 'FR-CA', ['fr-CA']],
    [undefined, '', []],
    [undefined, ',,;q=1,x-y-z-,de_DE,de;q=2,de;q=-1,de;q=abc', []],
    [undefined, `${'a,'.repeat(5000)}de`, []],
  ])('with the choice %j and the header %j is %j', (chosen, header, wishes) => {
    expect(languageWishes(chosen, header)).toEqual(wishes);
  });
});

describe('the language of Stripe’s page and ours', () => {
  it.each([
    // wishes → Stripe's, ours
    [['it-IT', 'it', 'en'], 'it', 'en'],
    [['it', 'fr-CH', 'en'], 'it', 'fr-CH'],
    [['de', 'en-GB'], 'de', 'de'],
    [['de', 'de-AT', 'en'], 'de', 'de-AT'],
    [['de-CH'], 'de', 'de-CH'],
    [['en-GB'], 'en-GB', 'en-GB'],
    [['en-AU'], 'en', 'en-AU'],
    [['fr-CA'], 'fr-CA', 'fr-CA'],
    [['es-MX'], 'es-419', 'es-MX'],
    [['es-ES'], 'es', 'es-ES'],
    [['es-419'], 'es-419', 'es-419'],
    [['pt-AO'], 'pt', null],
    [['pt-BR'], 'pt-BR', null],
    [['nn', 'en'], 'nb', 'en'],
    [['no'], 'nb', null],
    [['tl-PH'], 'fil', null],
    [['hi'], 'hi-IN', null],
    [['zh-CN'], 'zh', null],
    [['zh-Hant'], 'zh-TW', null],
    [['zh-Hant-MO'], 'zh-HK', null],
    [['sw', 'cy'], undefined, null],
    [[], undefined, null],
  ])('for %j are %j and %j', (wishes, stripe, own) => {
    expect(stripeLocaleOf(wishes)).toBe(stripe);
    expect(ownLanguageOf(wishes, ['en', 'de', 'fr', 'es', 'ja'])).toBe(own);
  });

  it.each([
    [['fr-FR', 'fr'], ['de', 'en'], null],
    [['fr-FR', 'fr', 'en-US', 'en'], ['de', 'en'], 'en-US'],
    [['it', 'en'], ['de'], null],
    [['it', 'de-AT', 'de'], ['de'], 'de-AT'],
    // A choice of a language that is not offered any more.
    [['fr', 'de-CH'], ['de', 'en'], 'de-CH'],
  ])('for %j of a shop that offers %j is, of ours, %j', (wishes, offered, own) => {
    expect(ownLanguageOf(wishes, offered)).toBe(own);
  });
});
