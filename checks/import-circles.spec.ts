import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findCircles, readAliases, readImportGraph } from './import-graph.ts';

const root = join(import.meta.dirname, '..');
const NOT_OURS = new Set(['node_modules', 'dist', 'tmp', 'public', '.vite']);

function readSources(): Map<string, string> {
  const files = globSync('{apps,libs,checks,scripts}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude: (path) => path.split(sep).some((part) => NOT_OURS.has(part)),
  });
  return new Map(
    files.map((file) => [file.replaceAll(sep, '/'), readFileSync(join(root, file), 'utf8')]),
  );
}

describe('the sources of the repository', () => {
  it('import each other without a circle, types included', () => {
    const graph = readImportGraph(readSources(), readAliases(root));
    expect(graph.size).toBeGreaterThan(500);
    expect([...graph.values()].flat().length).toBeGreaterThan(graph.size);
    expect(findCircles(graph)).toEqual([]);
  });
});

describe('a circle is found', () => {
  const aliases = { '@shop/money': ['./libs/money/src/index.ts'], '@shop/x/*': ['./libs/x/*'] };
  const circlesIn = (sources: Record<string, string>) =>
    findCircles(readImportGraph(new Map(Object.entries(sources)), aliases));

  it.each([
    ['an import', "import { b } from './b';"],
    ['an import with its extension', "import { b } from './b.ts';"],
    ['an import of what it will be compiled to', "import { b } from './b.js';"],
    ['an import for its effects', "import './b';"],
    ['a type', "import type { B } from './b';"],
    ['an export', "export * from './b';"],
    ['a dynamic import', "const b = await import('./b');"],
    ['the type of an import', "type B = import('./b').B;"],
  ])('through %s', (_way, code) => {
    expect(circlesIn({ 'a.ts': code, 'b.ts': "import './a';" })).toEqual(['a.ts → b.ts → a.ts']);
  });

  it('of a file with itself', () => {
    expect(circlesIn({ 'a.ts': "import './a';" })).toEqual(['a.ts → a.ts']);
  });

  it('through folders and aliases', () => {
    const circle = circlesIn({
      'apps/a/src/main.tsx': "import '@shop/money';",
      'libs/money/src/index.ts': "import '@shop/x/deep/y';",
      'libs/x/deep/y.ts': "import '../../../apps/a/src/main';",
    });
    expect(circle).toEqual([
      'apps/a/src/main.tsx → libs/money/src/index.ts → libs/x/deep/y.ts → apps/a/src/main.tsx',
    ]);
  });

  it('each one, once', () => {
    const sources = {
      'a.ts': "import './b'; import './c';",
      'b.ts': "import './a';",
      'c.ts': "import './d';",
      'd.ts': "import './c'; import './e';",
      'e.ts': "import './d';",
    };
    expect(circlesIn(sources)).toEqual([
      'a.ts → b.ts → a.ts',
      'c.ts → d.ts → c.ts',
      'd.ts → e.ts → d.ts',
    ]);
  });

  it('but not where two files import the same one, nor in text', () => {
    const sources = {
      'a.ts': "import './b'; import './c'; import 'stripe';",
      'b.ts': "import './c';",
      'c.ts': "// import './a';\nconst text = \"import './a'\";",
    };
    expect(circlesIn(sources)).toEqual([]);
  });
});
