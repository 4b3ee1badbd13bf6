import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';

/** How many lines a source file may have. A long file is a sign that two thoughts live in it. */
export const limits = { median: 50, ninetyPercent: 130, largest: 250 };

/** Installed, built, or generated from something else. */
const NOT_WRITTEN_BY_HAND =
  /(^|\/)(node_modules|dist|\.nx|\.data|tmp|test-results|generated|locales|public)(\/|$)/;

export interface SourceFile {
  file: string;
  lines: number;
}

export interface Sizes {
  count: number;
  median: number;
  ninetyPercent: number;
  largest: number;
  /** Files above the limit of the largest, with the longest first. */
  tooLarge: SourceFile[];
}

/** Sizes of the hand-written source files of apps, libs, scripts and checks, specs excluded, in lines. */
export async function sizesOf(root: string): Promise<Sizes> {
  const files: SourceFile[] = [];
  const exclude = (name: string) => NOT_WRITTEN_BY_HAND.test(name);
  for await (const file of glob('{apps,libs,scripts,checks}/**/*.{ts,tsx,mjs}', {
    cwd: root,
    exclude,
  })) {
    if (/\.(spec|e2e|d)\.tsx?$/.test(file) || exclude(file)) continue;
    const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
    files.push({ file, lines });
  }
  files.sort((a, b) => b.lines - a.lines);
  const at = (share: number) => files[Math.floor(files.length * (1 - share))]?.lines ?? 0;
  return {
    count: files.length,
    median: at(0.5),
    ninetyPercent: at(0.9),
    largest: files[0]?.lines ?? 0,
    tooLarge: files.filter(({ lines }) => lines > limits.largest),
  };
}
