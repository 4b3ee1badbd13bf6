/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { shownName } from './shown-name';

describe('a shopper’s name', () => {
  it.each([
    'Jenny Rosen',
    'Łukasz Żółć',
    'نگار می‌خواهم',
    'สมชาย ใจดี',
    '山田 太郎',
    '<b>&amp;',
    '👩‍👩‍👧',
  ])('stays as it is: %s', (name) => {
    expect(shownName(name)).toBe(name);
  });

  it('does not turn the text around it', () => {
    expect(shownName('\u202Eevil\u202C')).toBe('evil');
    expect(shownName('\u2067a\u200Fb')).toBe('a b');
  });

  it('is one line without control characters', () => {
    expect(shownName(' Jenny\r\n\u0007 Rosen\u2028')).toBe('Jenny Rosen');
    expect(shownName('\u202E\n')).toBe('');
  });

  it('is no longer than a heading', () => {
    expect(shownName('x'.repeat(10_000))).toBe(`${'x'.repeat(59)}…`);
    expect(shownName('😀'.repeat(60))).toBe('😀'.repeat(60));
    expect(shownName(`Z${'\u0341'.repeat(1000)}algo`)).toBe(`Z${'\u0341'.repeat(4)}algo`);
  });
});
