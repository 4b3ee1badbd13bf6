import type { formatter } from '@lingui/format-po';

export type PoFormat = ReturnType<typeof formatter>;
export type Catalog = Awaited<ReturnType<PoFormat['parse']>>;
type Message = Catalog[string];

/** Share of common words from which two messages count as versions of one. */
const MIN_SIMILARITY = 0.5;
/** Added for two messages of the same source file. */
const SAME_FILE = 0.3;
/** Starts the comment that names the English message of a fuzzy translation. */
const BEFORE = 'Before: ';

/**
 * Gives each untranslated message the translation of the most similar obsolete one, flagged `fuzzy`, with the old
 * English message as a translator's comment. The obsolete entry is dropped, because its translation lives on.
 */
export function suggestTranslations(catalog: Catalog): Catalog {
  const result = { ...catalog };
  const ids = Object.keys(catalog);
  const untranslated = ids.filter((id) => !catalog[id]?.obsolete && !catalog[id]?.translation);
  const obsolete = ids.filter((id) => catalog[id]?.obsolete && catalog[id]?.translation);
  const pairs = untranslated
    .flatMap((to) =>
      obsolete.map((from) => ({ to, from, score: score(catalog[to], catalog[from]) })),
    )
    .filter((pair) => pair.score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score);
  for (const { to, from } of pairs) {
    const [message, old] = [result[to], result[from]];
    if (!message || !old || message.translation) continue;
    result[to] = { ...message, translation: old.translation ?? '', extra: suggestedFrom(old) };
    delete result[from];
  }
  return result;
}

function suggestedFrom(old: Message) {
  // The translation of a fuzzy entry belongs to the message that its comment names.
  if (isFuzzy(old)) return old.extra ?? {};
  const before = BEFORE + (old.message ?? '').replace(/\s+/g, ' ');
  return { flags: ['fuzzy'], translatorComments: [before] };
}

/** Whether a person has yet to confirm the translation. */
export function isFuzzy(message: Message): boolean {
  const flags = message.extra?.['flags'];
  return Array.isArray(flags) && flags.includes('fuzzy');
}

/** Dice's coefficient of the words of both messages, and a bonus for the same source file. */
function score(a: Message | undefined, b: Message | undefined): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const common = left.filter((word) => right.includes(word)).length;
  const sameFile = a?.origin?.some(([file]) => b?.origin?.some(([other]) => other === file));
  return (
    (2 * common) / (left.length + right.length || 1) + (common > 0 && sameFile ? SAME_FILE : 0)
  );
}

function wordsOf(message: Message | undefined): string[] {
  return [...new Set((message?.message ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu))];
}
