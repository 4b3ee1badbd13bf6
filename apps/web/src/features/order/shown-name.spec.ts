/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { shownLine, shownName } from './shown-name';

describe('a shopper’s name', () => {
  it.each(['Jenny Rosen', 'Łukasz Żółć', 'สมชาย ใจดี', '山田 太郎', '<b>&amp;', '👩‍👩‍👧'])(
    'stays as it is: %s',
    (name) => {
      expect(shownName(name)).toBe(name);
    },
  );

  it('does not turn the text around it', () => {
    expect(shownName('نگار می‌خواهم')).toBe('\u2068نگار می‌خواهم\u2069');
    expect(shownLine('نگار می‌خواهم')).toBe('نگار می‌خواهم');
    expect(shownName('\u202Eevil\u202C')).toBe('evil');
    expect(shownName('\u2067a\u200Fb')).toBe('ab');
  });

  it.each(['\\u202eevil', '\\x41\\u0000', 'C:\\users'])(
    'is in a message as it was typed, not what it would be the code of: %s',
    (typed) => {
      const i18n = setupI18n({
        locale: 'en',
        messages: { en: { thanks: ['Thanks, ', ['name'], '!'] } },
      });
      expect(i18n._('thanks', { name: shownName(typed) })).toBe(`Thanks, ${typed}!`);
    },
  );

  it('is one line without control characters', () => {
    expect(shownName(' Jenny\r\n\u0007 Rosen\u2028')).toBe('Jenny Rosen');
    expect(shownName('\u202E\n')).toBe('');
  });

  it('is no longer than a heading', () => {
    expect(shownName('x'.repeat(10_000))).toBe(`${'x'.repeat(59)}…`);
    expect(shownName('😀'.repeat(60))).toBe('😀'.repeat(60));
    expect(shownName('👩‍👩‍👧'.repeat(61))).toBe(`${'👩‍👩‍👧'.repeat(59)}…`);
    expect(shownLine('x'.repeat(10_000))).toHaveLength(200);
    expect(shownName(`Z${'\u0341'.repeat(1000)}algo`)).toBe(`Z${'\u0341'.repeat(4)}algo`);
    expect(shownName(`Z${'\u0341\u200d'.repeat(1000)}`)).toMatch(/^Z\u0341{4}\u200d?$/);
  });
});
