import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';
import config from '../lingui.config.ts';
import { isFuzzy, type Catalog } from './suggest-translations.ts';

/**
 * Prints, for each language, the messages that need a translator: those without a translation and those whose
 * translation is fuzzy. It ends with 0 all the same, because only a build fails on them.
 */
const languages = config.locales.filter((locale) => locale !== config.sourceLocale);
const listed = await Promise.all(languages.map(listUntranslated));
console.log(
  listed.some(Boolean) ? listed.filter(Boolean).join('\n\n') : 'Nothing is left to translate.',
);

/** Returns an empty text when nothing is left to do. */
async function listUntranslated(locale: string): Promise<string> {
  const path = fileURLToPath(new URL(`../src/locale/catalogs/${locale}.po`, import.meta.url));
  const catalog = await formatter().parse(await readFile(path, 'utf8'), {
    locale,
    sourceLocale: 'en',
    filename: path,
  });
  const open = Object.values(catalog).filter(
    (message) => !message.obsolete && (!message.translation || isFuzzy(message)),
  );
  if (open.length === 0) return '';
  const head = `${locale}: ${open.length} to translate in ${relative(process.cwd(), path)}`;
  return [head, ...open.map(describe)].join('\n');
}

function describe(message: Catalog[string]): string {
  const files = message.origin?.map(([file]) => file).join(', ');
  const suggestion = isFuzzy(message) ? `\n      fuzzy, check: ${message.translation}` : '';
  return `  - ${message.message}   (${files})${suggestion}`;
}
