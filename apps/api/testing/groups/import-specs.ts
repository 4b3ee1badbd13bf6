import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

const here = import.meta.dirname;
const src = join(here, '../../src');

/**
 * Imports the specs of one group into the Jest file that calls this. Jest evaluates all imports anew for each of its
 * files; for Nest, drizzle and the rest that takes longer than most specs. There are more groups than workers, so that
 * the workers end at the same time.
 * @param file the group's own path. Specs are dealt out in turn to all `*.group.ts` beside it
 */
export async function importSpecs(file: string): Promise<void> {
  const groups = globSync('*.group.ts', { cwd: here }).sort();
  const group = groups.indexOf(basename(file));
  if (group < 0) throw new Error(`${file} is no group of specs.`);
  const specs = globSync('**/*.spec.ts', { cwd: src, exclude: ['**/*.process.spec.ts'] }).sort();
  for (const spec of specs.filter((_, index) => index % groups.length === group)) {
    await import(join(src, spec));
  }
}
