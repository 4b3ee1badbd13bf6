import { describe, expect, it } from '@jest/globals';
import { chooseLocale } from './locale';

describe('the way of writing dates and amounts', () => {
  it.each([
    [['en-GB', 'de'], 'en-GB'],
    [['de', 'en-AU'], 'en-AU'],
    [['fr', 'de'], 'en-US'],
    [[], 'en-US'],
    [['en-US@posix'], 'en-US'],
    [['', 'C'], 'en-US'],
  ])('for %j is %s', (wanted, chosen) => {
    expect(chooseLocale(wanted)).toBe(chosen);
  });
});
