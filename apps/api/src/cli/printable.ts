/**
 * What a terminal, a pager or a log viewer acts on instead of showing it: control characters, also those of C1, line and
 * paragraph separators, characters that turn the direction of the text, and invisible ones.
 */
const ACTED_ON =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}\xad\u200b\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** A text on one line, in which everything that a terminal would act on is written as in JSON: `\u001b`. */
export const printable = (text: string): string =>
  text.replace(ACTED_ON, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same for a text whose own line breaks are meant. JSON stays the same JSON. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');
