import { formatter } from '@lingui/format-po';
import { isFuzzy, suggestTranslations } from './suggest-translations.ts';
import type { Catalog, PoFormat } from './suggest-translations.ts';

// References without line numbers: moving a line of code must not change a catalogue.
const po = formatter({ lineNumbers: false });

const pick = (catalog: Catalog, obsolete: boolean): Catalog =>
  Object.fromEntries(Object.entries(catalog).filter(([, m]) => Boolean(m.obsolete) === obsolete));

const withoutObsolete = (catalog: Catalog) => pick(catalog, false);
const obsoleteOf = (catalog: Catalog) => pick(catalog, true);

/**
 * Lingui's PO format that keeps every translation, as gettext's msgmerge does. Lingui itself has no fuzzy matching.
 *
 * - A message that replaces a similar one gets the old translation, flagged `fuzzy`.
 * - Lingui reads a fuzzy translation as missing, so the build fails until a translator has removed the flag.
 * - The entry of a removed message stays in the file as obsolete (`#~`). Its translation returns with the message.
 *   Lingui does not read obsolete entries: it would put them into the built catalogue.
 */
export const keepingPoFormat: PoFormat = {
  ...po,
  async parse(content, context) {
    const entries = Object.entries(await po.parse(content, context));
    return Object.fromEntries(
      entries
        .filter(([, message]) => !message.obsolete)
        .map(([id, message]) => [id, isFuzzy(message) ? { ...message, translation: '' } : message]),
    );
  },

  async serialize(extracted, context) {
    const before = context.existing ? await po.parse(context.existing, context) : {};
    // The translation of an English message is the message: there is nothing to keep.
    const isSource = context.locale === context.sourceLocale;
    const kept = isSource ? withoutObsolete(extracted) : keepTranslations(extracted, before);
    return po.serialize(kept, context);
  },
};

/** @param before the catalogue as the file has it, with its fuzzy and obsolete entries */
function keepTranslations(extracted: Catalog, before: Catalog): Catalog {
  const merged = Object.entries({ ...obsoleteOf(before), ...extracted }).map(([id, message]) => {
    const old = before[id];
    const translation = message.translation || old?.translation || '';
    return [id, { ...message, translation, extra: message.extra ?? old?.extra ?? {} }] as const;
  });
  return obsoleteLast(suggestTranslations(Object.fromEntries(merged)));
}

/** In a fixed order, so that a second run changes nothing. */
function obsoleteLast(catalog: Catalog): Catalog {
  const obsolete = Object.entries(obsoleteOf(catalog)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...withoutObsolete(catalog), ...Object.fromEntries(obsolete) };
}
