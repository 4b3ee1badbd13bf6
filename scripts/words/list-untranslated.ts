import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { isFuzzy, type Catalog } from './suggest-translations.ts';

/**
 * Prints, for each language, the messages that need a translator: those without a translation and those whose
 * translation is fuzzy, of the project in the working directory. It ends with 0 all the same, because only a build fails
 * on them.
 */
const { default: config } = (await import(
  pathToFileURL(join(process.cwd(), 'lingui.config.ts')).href
)) as { default: LinguiConfig };
const paths = (config.catalogs ?? []).map(({ path }) => path);
const languages = config.locales.filter((locale) => locale !== config.sourceLocale);
const listed = await Promise.all(
  languages.flatMap((locale) => paths.map((path) => listUntranslated(locale, path))),
);
console.log(
  listed.some(Boolean) ? listed.filter(Boolean).join('\n\n') : 'Nothing is left to translate.',
);

/** Returns an empty text when nothing is left to do. */
async function listUntranslated(locale: string, pattern: string): Promise<string> {
  const path = pattern.replace('<rootDir>', process.cwd()).replace('{locale}', `${locale}.po`);
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
