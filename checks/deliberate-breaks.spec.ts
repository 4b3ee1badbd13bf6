import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deliberateBreaks } from './copies/deliberate-breaks';
import type { RepositoryCopy } from './copies/repository-copy';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

/** Stands in for a copy: it says what a break would not find, and runs nothing. */
function nothingMissing(missing: string[]): RepositoryCopy {
  const look = (file: string, text = '') => {
    if (!read(file).includes(text)) missing.push(`${file} does not say ${text}`);
    return Promise.resolve();
  };
  const copy: Partial<RepositoryCopy> = {
    change: look,
    prepend: (file) => look(file),
    run: () => Promise.resolve({ code: 0, output: '' }),
  };
  return copy as RepositoryCopy;
}

describe('a deliberate break', () => {
  it.each(deliberateBreaks.map((one) => [one.what, one] as const))(
    'finds what it changes: %s',
    async (_, { apply }) => {
      const missing: string[] = [];
      await apply(nothingMissing(missing));
      expect(missing).toEqual([]);
    },
  );
});
