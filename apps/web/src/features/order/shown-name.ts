const MAX_LENGTH = 60;

/**
 * A name that a shopper typed, as the page can show it: one line of at most 60 characters, without control characters,
 * without those that turn the direction of the text, and with at most four combining marks on a letter.
 */
export function shownName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  const characters = [...plain];
  return characters.length > MAX_LENGTH
    ? `${characters.slice(0, MAX_LENGTH - 1).join('')}…`
    : plain;
}
