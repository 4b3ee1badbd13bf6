const MAX_LENGTH = 60;
const MAX_LINE = 200;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Letters that are written from right to left: Hebrew, Arabic, and the scripts beside them in Unicode. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name that a shopper typed, as a sentence of the page can show it: as `shownLine`, but at most 60 characters. One that
 * is written from right to left keeps its direction to itself (https://www.unicode.org/reports/tr9/).
 */
export function shownName(name: string): string {
  return isolated(shownLine(name, MAX_LENGTH));
}

/**
 * A text that somebody typed, as one line of bounded length, without control characters, without those that turn the
 * direction of the text, and with at most four combining marks on a letter. A character is what a reader counts as one.
 */
export function shownLine(text: string, max = MAX_LINE): string {
  const line = text
    .replace(/(?![\s\x85])[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/[\s\x85]+/gu, ' ')
    .replace(/(?:[\u200c\u200d]*\p{M}){5,}/gu, fourMarks)
    .trim();
  const all = Array.from(characters.segment(line), ({ segment }) => segment);
  return all.length > max ? `${all.slice(0, max - 1).join('')}…` : line;
}

/**
 * A text within a message, which keeps its order whatever the direction of the text is. Lingui turns \uXXXX and \xXX of the
 * finished message into that character, also where a shopper has typed it.
 */
export const isolated = (text: string): string => {
  const literal = text.replace(/\\(?=[ux])/g, String.raw`\u005c`);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${literal}\u2069` : literal;
};

const fourMarks = (run: string) => [...run.replace(/[\u200c\u200d]/g, '')].slice(0, 4).join('');
