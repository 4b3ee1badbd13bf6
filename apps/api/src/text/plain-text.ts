/** The longest name or line of an address that is stored, in characters as a reader counts them. */
const MAX_STORED = 200;

/** The longest name that a sentence has room for. */
const MAX_SHOWN = 60;

/** A mail server takes no longer address (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL = 254;

/** More of them on one letter cover the lines above and below it. */
const MAX_MARKS = 4;
const MAX_JOINERS = 2;

/** No letter and no emoji needs more. Hangul jamo and joined emoji have no end of their own. */
const MAX_CODE_POINTS_OF_CHARACTER = 24;

/** What is behind this many times the greatest length is not looked at. */
const MAX_CODE_UNITS_OF_CHARACTER = 32;

/** Tabs, line breaks and other spaces: they become one space. */
const SEPARATOR = /[\s\x85]/u;

/**
 * What no name needs: control characters, those that turn the direction of the text around them, invisible ones, and code
 * points that are no characters. The joiners U+200C and U+200D stay, because Persian, Hindi and emoji need them.
 */
const UNSAFE =
  /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\xad\u200b\u2060-\u206f\ufff9-\ufffb]/gu;

const MARKS_AND_JOINERS = /[\p{M}\u200c\u200d]+/gu;

const VISIBLE = /[^\p{M}\p{Cf}\s]/u;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text that somebody typed, as it may be stored and shown: one line of well-formed Unicode without control characters
 * and without those that turn its direction, with at most four combining marks on a letter. PostgreSQL stores neither
 * U+0000 nor, in JSON, half of a surrogate pair: an order with such a name could never be written.
 * @param max its greatest length, in characters as a reader counts them (grapheme clusters); the rest is cut off
 * @returns null if nothing visible is left
 */
export function plainText(text: string | null | undefined, max = MAX_STORED): string | null {
  // Most of what a session may say is not there.
  if (!text) return null;
  const line = charactersOf(text, max).slice(0, max).join('').trim();
  return VISIBLE.test(line) ? line : null;
}

/** A name as a sentence shows it: as `plainText`, of at most 60 characters, the last of which says that more follow. */
export function shownName(name: string | null | undefined): string | null {
  const plain = plainText(name, MAX_SHOWN + 1) ?? '';
  const all = charactersOf(plain, MAX_SHOWN + 1);
  return (all.length > MAX_SHOWN ? `${all.slice(0, MAX_SHOWN - 1).join('')}…` : plain) || null;
}

/** What a mail program makes a link of, or a person reads as one: an address of the web or of e-mail. */
const LINK = /:\/\/|www[.。．｡]|@|[\p{L}\p{N}-][.。．｡]\p{L}{2,}/iu;

/** As `plainText`; null for one with a link in it, or something like it: an e-mail shows no text that invites elsewhere. */
export function textWithoutLink(text: string | null | undefined): string | null {
  const plain = plainText(text);
  return plain !== null && LINK.test(plain) ? null : plain;
}

/**
 * A stored text as an e-mail repeats it to somebody who need not have written it: a space behind each dot, colon and @, so
 * that no mail program makes a link of it.
 */
export const brokenLinks = (plain: string): string =>
  LINK.test(plain) ? plain.replace(/([.。．｡:@])(?=\S)/gu, '$1 ') : plain;

/** A name as an e-mail greets with it: as `shownName`, and null where `textWithoutLink` is. */
export const nameWithoutLink = (name: string | null | undefined): string | null =>
  shownName(textWithoutLink(name));

/**
 * An e-mail address as it may be stored and sent to.
 * @returns null for one that no mail server takes: a part of it would be the address of somebody else
 */
export function plainEmail(email: string | null | undefined): string | null {
  const plain = (email ?? '').toWellFormed().replace(UNSAFE, '').trim();
  return plain.length <= MAX_EMAIL && /^[^\s@<>]+@[^\s@<>]+$/.test(plain) ? plain : null;
}

/** Letters that are written from right to left: Hebrew, Arabic, and the scripts beside them in Unicode. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name within a sentence of plain text. One that is written from right to left gets the characters that keep its
 * direction to itself (first strong isolate, https://www.unicode.org/reports/tr9/), so that the sentence keeps its order.
 */
export const isolated = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;

function charactersOf(text: string, max: number): string[] {
  const line = text
    .slice(0, max * MAX_CODE_UNITS_OF_CHARACTER)
    .toWellFormed()
    .replace(UNSAFE, (one) => (SEPARATOR.test(one) ? ' ' : ''))
    .replace(/\s+/gu, ' ')
    .replace(MARKS_AND_JOINERS, boundMarks)
    .trim();
  return Array.from(characters.segment(line), ({ segment }) =>
    [...segment].slice(0, MAX_CODE_POINTS_OF_CHARACTER).join(''),
  );
}

function boundMarks(run: string): string {
  let marks = 0;
  let joiners = 0;
  return [...run]
    .filter((one) => (/\p{M}/u.test(one) ? ++marks <= MAX_MARKS : ++joiners <= MAX_JOINERS))
    .join('');
}
