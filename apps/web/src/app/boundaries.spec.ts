/** @jest-environment node */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SRC = fileURLToPath(new URL('..', import.meta.url));

/** A file's layer: the entry, development only, the composition, one feature, or the shared code below them. */
function placeOf(path: string): string {
  const [top = '', feature = ''] = path.split('/');
  if (top === 'features') return `features/${feature}`;
  return ['app', 'dev', 'main.tsx'].includes(top) ? top : 'below';
}

function forbiddenImports(): string[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((file) => !file.includes('.spec.'));
  expect(files.length).toBeGreaterThan(40);
  return files.flatMap((file) => {
    const from = placeOf(file);
    const code = readFileSync(join(SRC, file), 'utf8');
    return [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap(([, path = '']) => {
      const to = placeOf(relative(SRC, join(SRC, dirname(file), path)));
      const allowed =
        to === from ||
        to === 'below' ||
        from === 'main.tsx' ||
        (from === 'dev' && to !== 'main.tsx') ||
        (from === 'app' && to.startsWith('features/'));
      return allowed ? [] : [`${file} imports ${path}`];
    });
  });
}

describe('the parts of the shop', () => {
  it('import downwards only: no feature another one, nothing the composition, nothing what is for development', () => {
    expect(forbiddenImports()).toEqual([]);
  });
});
