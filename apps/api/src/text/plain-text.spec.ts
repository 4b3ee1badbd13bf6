import { describe, expect, it } from '@jest/globals';
import { isolated, nameWithoutLink, plainEmail, plainText, shownName } from './plain-text';

describe('a text that a shopper typed', () => {
  it.each([
    'Jenny Rosen',
    'Łukasz Żółć',
    'نگار می‌خواهم',
    'สมชาย ใจดี',
    'क्ष्म',
    '山田 太郎',
    '김민준',
    'O’Neil-Smith, 3rd',
    '<b>&amp;',
    '👩‍👩‍👧 👩🏻‍❤️‍💋‍👩🏿 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  ])('stays as it is: %s', (text) => {
    expect(plainText(text)).toBe(text);
  });

  it.each([
    ['U+0000', 'Jen\0ny', 'Jenny'],
    ['an escape sequence', '\x1b[31mJenny\x1b[0m \x9b1mRosen', '[31mJenny[0m 1mRosen'],
    ['DEL and C1', 'Jen\x7f\x80\x9dny', 'Jenny'],
    ['controls between spaces', 'Jenny \x07 \0 Rosen', 'Jenny Rosen'],
    ['line breaks', ' Jenny\r\nRosen\u2028X\u2029Y\x85Z ', 'Jenny Rosen X Y Z'],
    ['bidi controls', '\u202eevil\u202c \u2067a\u2069\u200f\u061c', 'evil a'],
    ['invisible characters', 'Jen\u200b\u2060\u00adny\ufeff', 'Jenny'],
    ['code points that are no characters', 'Jenny\uffff\ufdd0\u{1fffe}', 'Jenny'],
  ])('loses %s', (_what, typed, kept) => {
    expect(plainText(typed)).toBe(kept);
  });

  it('becomes well-formed Unicode', () => {
    expect(plainText('Jenny \ud800 Rosen \udc00')).toBe('Jenny \ufffd Rosen \ufffd');
  });

  it.each([null, undefined, '', ' \n', '\0', '\u202e\u202c', '\u200d\u200c', '\u0341'])(
    'is none if nothing can be seen: %j',
    (typed) => {
      expect(plainText(typed)).toBeNull();
      expect(shownName(typed)).toBeNull();
    },
  );

  it('has at most four combining marks on a letter, whatever stands between them', () => {
    expect(plainText(`Z${'\u0341'.repeat(1000)}a`)).toBe(`Z${'\u0341'.repeat(4)}a`);
    const joined = plainText(`Z${'\u0341\u200d'.repeat(1000)}a`) ?? '';
    expect(joined.match(/\u0341/g)).toHaveLength(4);
    expect(joined.length).toBeLessThan(10);
  });

  it('is cut where a reader sees the end of a character', () => {
    expect(plainText('👩‍👩‍👧'.repeat(300))).toBe('👩‍👩‍👧'.repeat(200));
    expect(plainText('e\u0301'.repeat(300))).toBe('e\u0301'.repeat(200));
    expect(plainText('x'.repeat(10_000), 50)).toBe('x'.repeat(50));
  });

  it('is bounded also where one character has no end', () => {
    expect(plainText('\u1100'.repeat(10_000))?.length).toBeLessThan(100);
    expect(plainText('👩‍'.repeat(10_000))?.length).toBeLessThan(100);
  });

  it('is shown shorter than it is stored', () => {
    expect(shownName('x'.repeat(60))).toBe('x'.repeat(60));
    expect(shownName('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(shownName('👩‍👩‍👧'.repeat(100))).toBe(`${'👩‍👩‍👧'.repeat(59)}…`);
  });
});

describe('an e-mail address that a shopper typed', () => {
  it('stays as it is, without what no address contains', () => {
    expect(plainEmail('jenny+mug@exämple.com')).toBe('jenny+mug@exämple.com');
    expect(plainEmail(' jenny\0\x1b\u202e@example.com\r\n')).toBe('jenny@example.com');
  });

  it.each(['', 'jenny', 'a b@example.com', 'a@b@example.com', 'a<b@example.com', '@example.com'])(
    'is none when it is no address: %s',
    (typed) => {
      expect(plainEmail(typed)).toBeNull();
    },
  );

  it('is none when it is longer than an address can be', () => {
    expect(plainEmail(`${'j'.repeat(250)}@example.com`)).toBeNull();
  });
});

describe('a name in a sentence', () => {
  it('keeps its direction to itself', () => {
    expect(isolated('Jenny')).toBe('Jenny');
    expect(isolated('محمد')).toBe('\u2068محمد\u2069');
  });
});

describe('a name that an e-mail greets with', () => {
  it.each(['Jenny Rosen', 'J. R. R. Tolkien', 'J.R. Ewing', 'Sammy Davis, Jr.', '山田 太郎'])(
    'stays: %s',
    (name) => expect(nameWithoutLink(name)).toBe(name),
  );

  it.each([
    'Claim your prize at https://evil.example/x now',
    'Win at www.evil.example',
    'evil.example',
    'ｅｖｉｌ。ｃｏｍ',
    'write to me@evil.example',
    `${'x'.repeat(70)} evil.example`,
  ])('is left out with a link in it: %s', (name) => expect(nameWithoutLink(name)).toBeNull());
});
