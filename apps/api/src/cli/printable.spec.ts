import { describe, expect, it } from '@jest/globals';
import { printable, printableLines } from './printable';

describe('a text for the terminal', () => {
  it.each([
    ['an escape sequence', '\x1b[2J', '\\u001b[2J'],
    ['C1 and DEL', '\x9b31m\x7f', '\\u009b31m\\u007f'],
    ['line breaks', 'a\r\nb\u2028c\u2029', 'a\\u000d\\u000ab\\u2028c\\u2029'],
    ['bidi controls', '\u202ea\u2066\u200f', '\\u202ea\\u2066\\u200f'],
    ['half of a surrogate pair', '\ud800', '\\ud800'],
    ['NUL', '\0', '\\u0000'],
  ])('has %s written out', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('has letters of all languages as they are', () => {
    const text = 'Łukasz 山田 محمد 👩‍👩‍👧 "\\" e\u0301';
    expect(printable(text)).toBe(text);
  });

  it('stays the same JSON', () => {
    const value = { name: '\x1b\x9b\u202e\u2028\n"\\', list: ['\ud800'] };
    const text = printableLines(JSON.stringify(value, null, 2));
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u202e]/u);
    expect(JSON.parse(text)).toEqual(value);
  });
});
