/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { chooseLocale } from './choose-locale';

const ALL = { default: 'en', offered: ['en', 'de', 'fr', 'es', 'ja'] } as const;

describe('the locale', () => {
  it.each([
    // wishes, browser → language, tag for dates and amounts
    [[], ['de-AT', 'en'], 'de', 'de-AT'],
    [[], ['nl', 'fr-CA', 'de'], 'fr', 'fr-CA'],
    [['ja'], ['de-AT'], 'ja', 'ja'],
    [['en'], ['de', 'en-GB'], 'en', 'en-GB'],
    [['de'], ['de', 'de-CH'], 'de', 'de-CH'],
    [['en-AU'], ['en-GB'], 'en', 'en-AU'],
    [['es-419', 'de'], [], 'es', 'es-419'],
    [['nl', null, 'fr'], ['de'], 'fr', 'fr'],
    [[], ['en'], 'en', 'en-US'],
    [['ES'], [], 'es', 'es'],
  ])('for the wishes %j in a browser of %j is %s, written as %s', (wishes, browser, ...chosen) => {
    const { language, tag } = chooseLocale(wishes, browser, ALL);
    expect([language, tag]).toEqual(chosen);
  });

  it.each([
    [['auto']],
    [['en-US@posix']],
    [['', 'C', 'de_DE', '<b>', undefined]],
    [['nl', 'pt-BR']],
  ])('is American English when nothing can be met: %j', (wishes) => {
    expect(chooseLocale(wishes, ['en-US@posix', 'zh'], ALL)).toEqual({
      language: 'en',
      tag: 'en-US',
    });
  });

  it('is one that the shop offers, else its default', () => {
    const shop = { default: 'ja', offered: ['ja', 'de'] } as const;
    expect(chooseLocale(['fr'], ['en-GB', 'de-AT'], shop)).toEqual({
      language: 'de',
      tag: 'de-AT',
    });
    expect(chooseLocale(['fr'], ['en-GB'], shop)).toEqual({ language: 'ja', tag: 'ja' });
  });
});
