import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const catalogues = globSync('apps/*/src/**/fr.po', { cwd: root });

/** French writes a space before these, and no line breaks there. */
const BREAKING = /(?: [!?;:»]|« )/;

describe('French words', () => {
  it.each(catalogues)('of %s keep their marks on the line of the word before', async (file) => {
    const text = await readFile(join(root, file), 'utf8');
    const messages = text
      .replace(/^#.*\n/gm, '')
      .split('\n\n')
      .map((entry) => entry.slice(entry.indexOf('msgstr ')));
    // The first entry is the catalogue's header.
    expect(messages.slice(1).filter((message) => BREAKING.test(message))).toEqual([]);
  });
});
