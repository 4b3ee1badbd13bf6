/** @jest-environment node */
import { exec } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const SCRIPTS = fileURLToPath(new URL('../../../scripts', import.meta.url));
const WEB = fileURLToPath(new URL('..', import.meta.url));
const BIN = fileURLToPath(new URL('../../../node_modules/.bin', import.meta.url));

// Each test starts programs, which take long on a busy machine.
const TIMEOUT_MS = 180_000;

type Targets = Record<'words' | 'build', { options: { command: string } }>;
const { targets } = JSON.parse(readFileSync(join(WEB, 'project.json'), 'utf8')) as {
  targets: Targets;
};

let root: string;
let copy: string;
let printed: string;
const catalogue = (language: string) => join(copy, `src/locale/catalogs/${language}.po`);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'shop-words-'));
  copy = join(root, 'apps/web');
  mkdirSync(copy, { recursive: true });
  symlinkSync(join(BIN, '..'), join(root, 'node_modules'));
  symlinkSync(SCRIPTS, join(root, 'scripts'));
  cpSync(join(WEB, 'lingui.config.ts'), join(copy, 'lingui.config.ts'));
  mkdirSync(join(copy, 'src/locale/catalogs'), { recursive: true });
  const languages = "export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' };";
  writeFileSync(join(copy, 'src/locale/languages.ts'), languages);

  writeCatalogue('de', {
    'Add to cart': 'In den Warenkorb',
    'Sold out': 'Ausverkauft',
    'Try again': 'Noch einmal',
  });
  writeCatalogue('fr', { 'Add to cart': 'Ajouter', 'Sold out': 'Épuisé', 'Try again': '' });
  writePage('Add to cart', 'Sold out for now', 'Checkout');
  printed = (await run(targets.words.options.command)).stdout;
}, TIMEOUT_MS);

afterAll(() => rmSync(root, { recursive: true }));

/** Writes a page with these messages. */
function writePage(...messages: string[]) {
  const calls = messages.map((message) => `t\`${message}\``).join(', ');
  const code = `import { t } from '@lingui/core/macro';\nexport const page = () => [${calls}];\n`;
  writeFileSync(join(copy, 'src/page.ts'), code);
}

function writeCatalogue(language: string, translations: Record<string, string>) {
  const entries = Object.entries(translations).map(
    ([message, translation]) => `#: src/page.ts\nmsgid "${message}"\nmsgstr "${translation}"\n`,
  );
  writeFileSync(catalogue(language), ['msgid ""\nmsgstr ""\n', ...entries].join('\n'));
}

function fillIn(language: string, change: (text: string) => string) {
  writeFileSync(catalogue(language), change(readFileSync(catalogue(language), 'utf8')));
}

const run = (command: string) =>
  promisify(exec)(command, {
    cwd: copy,
    env: { ...process.env, NODE_OPTIONS: '', PATH: `${BIN}:${process.env['PATH']}` },
  });

describe('the command that brings the catalogues up to date', () => {
  it('keeps the translation of a changed message, flagged fuzzy', () => {
    expect(readFileSync(catalogue('de'), 'utf8')).toContain(
      '# Before: Sold out\n#: src/page.ts\n#, fuzzy\nmsgid "Sold out for now"\nmsgstr "Ausverkauft"',
    );
  });

  it('keeps the translation of a removed message as obsolete, and the others as they are', () => {
    const german = readFileSync(catalogue('de'), 'utf8');
    expect(german).toContain('#~ msgid "Try again"\n#~ msgstr "Noch einmal"');
    expect(german).toContain('\nmsgid "Add to cart"\nmsgstr "In den Warenkorb"');
    expect(german).toContain('\nmsgid "Checkout"\nmsgstr ""');
  });

  it('names at its end what is to be translated, for each language', () => {
    const both = (language: string, old: string) =>
      `${language}: 2 to translate in src/locale/catalogs/${language}.po\n` +
      '  - Checkout   (src/page.ts)\n' +
      `  - Sold out for now   (src/page.ts)\n      fuzzy, check: ${old}\n`;
    expect(printed).toMatch(/\nde: /);
    expect(printed.slice(printed.indexOf('\nde: ') + 1)).toBe(
      `${both('de', 'Ausverkauft')}\n${both('fr', 'Épuisé')}`,
    );
  });

  it(
    'leaves it to the build to fail until all is translated and nothing is fuzzy',
    async () => {
      const checks = targets.build.options.command
        .split(' && ')
        .filter((part) => part.startsWith('lingui'))
        .join(' && ');
      fillIn('de', (text) =>
        text.replace('"Checkout"\nmsgstr ""', '"Checkout"\nmsgstr "Zur Kasse"'),
      );
      fillIn('fr', (text) => text.replace('"Checkout"\nmsgstr ""', '"Checkout"\nmsgstr "Payer"'));
      fillIn('fr', (text) => text.replace('#, fuzzy\n', ''));
      await expect(run(checks)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^src\/locale\/catalogs\/de\.po: .*Sold out for now.*\n$/m),
      });
      fillIn('de', (text) => text.replace('#, fuzzy\n', ''));
      const list = targets.words.options.command.split(' && ').at(-1);
      const { stdout } = await run(`${checks} && ${list}`);
      expect(stdout).toMatch(/\nNothing is left to translate\.\n$/);
    },
    TIMEOUT_MS,
  );
});
