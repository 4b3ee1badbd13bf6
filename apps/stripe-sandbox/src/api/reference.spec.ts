import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { referenceTable, unknownSupports } from './reference';
import { routes } from './routes';

const README = new URL('../../README.md', import.meta.url);
const BETWEEN = /(<!-- endpoints -->\n)[\s\S]*(<!-- \/endpoints -->)/;

describe('the reference in the README', () => {
  it('is what the routes say (WRITE_README=1 writes it)', () => {
    const readme = readFileSync(README, 'utf8');
    const written = readme.replace(BETWEEN, `$1\n${referenceTable(routes)}\n\n$2`);
    if (process.env['WRITE_README'] === '1') writeFileSync(README, written);
    expect(readme).toMatch(BETWEEN);
    expect(readFileSync(README, 'utf8')).toBe(written);
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s supports only parameters that exist',
    (_name, route) => {
      expect(unknownSupports(route)).toEqual([]);
    },
  );
});
