/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { keepingPoFormat as format } from '../../../scripts/words/po-format';

const context = { locale: 'de', sourceLocale: 'en', filename: 'de.po' };
const HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n';
const entry = (message: string, translation = '') =>
  `#: src/page.ts\nmsgid "${message}"\nmsgstr "${translation}"\n`;

/** What Lingui hands over after it has found these messages in the code. */
async function found(...messages: string[]) {
  const catalog = await format.parse(messages.map((message) => entry(message)).join('\n'), context);
  for (const message of Object.values(catalog)) delete message.extra;
  return catalog;
}

describe('the catalogue of a language', () => {
  const withRemoved = `${HEAD}${entry('Keep shopping', 'Weiter')}\n#~ msgid "Try again"\n#~ msgstr "Noch einmal"\n`;

  it('gives a removed message its translation back when it returns', async () => {
    const catalog = await found('Keep shopping', 'Try again');
    const text = await format.serialize(catalog, { ...context, existing: withRemoved });
    expect(text).toContain(entry('Try again', 'Noch einmal'));
    expect(text).not.toMatch(/#~|fuzzy/);
  });

  it('keeps removed messages out of what is built, and fuzzy ones untranslated', async () => {
    const fuzzy = `#, fuzzy\n${entry('Checkout', 'Kasse')}`;
    const catalog = await format.parse(`${withRemoved}\n${fuzzy}`, context);
    expect(Object.values(catalog).map((m) => [m.message, m.translation])).toEqual([
      ['Keep shopping', 'Weiter'],
      ['Checkout', ''],
    ]);
  });

  it('takes no translation from a message that has nothing in common', async () => {
    const catalog = await found('Keep shopping', 'Gone for good');
    const text = await format.serialize(catalog, { ...context, existing: withRemoved });
    expect(text).toContain(entry('Gone for good'));
    expect(text).toContain('#~ msgid "Try again"\n#~ msgstr "Noch einmal"');
  });

  it('is the same after a second run', async () => {
    const catalog = await found('Keep shopping', 'Try again later', 'Checkout');
    const once = await format.serialize(catalog, { ...context, existing: withRemoved });
    expect(once).toContain(
      `# Before: Try again\n#: src/page.ts\n#, fuzzy\nmsgid "Try again later"`,
    );
    const read = await format.parse(once, context);
    expect(await format.serialize(read, { ...context, existing: once })).toBe(once);
  });
});
