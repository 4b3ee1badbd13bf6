import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { environmentSchema } from './schema';

const readme = join(import.meta.dirname, '../../../../README.md');
const variables = Object.entries(environmentSchema.shape);

describe('the table of variables in the README', () => {
  let table: Map<string, { shown: string; words: string }>;
  beforeAll(async () => {
    const rows = (await readFile(readme, 'utf8')).matchAll(/^\| `([A-Z_]+)` *\|(.*)\|(.*)\|$/gm);
    table = new Map(
      [...rows].map(([, name = '', shown = '', words = '']) => {
        return [name, { shown: shown.trim(), words: words.trim() }];
      }),
    );
  });

  it('names every variable of the API, those of the other ports, and no other', () => {
    const known = [...variables.map(([name]) => name), 'SANDBOX_PORT', 'WEB_PORT'];
    expect([...table.keys()].sort()).toEqual(known.sort());
  });

  it.each(variables)('says what %s is in the words of the code', (name, schema) => {
    expect(table.get(name)?.words).toBe(schema.description);
  });

  it.each(variables.filter(([name]) => name !== 'DATA_DIR'))(
    'shows the default of %s',
    (name, schema) => {
      const ofNothing = schema.safeParse(undefined);
      if (!ofNothing.success) expect(table.get(name)?.shown).toMatch(/^required/);
      else if (ofNothing.data === undefined) expect(table.get(name)?.shown).toBe('');
      else expect(table.get(name)?.shown).toBe(`\`${String(ofNothing.data)}\``);
    },
  );
});
