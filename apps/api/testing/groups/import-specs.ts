import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const src = join(import.meta.dirname, '../../src');

/**
 * Imports the specs of one group into the Jest file that calls this. Jest evaluates all imports anew for each of its
 * files; for Nest, drizzle and the rest that takes longer than most specs. There are more groups than workers, so that
 * the workers end at the same time.
 * @param file the group's own path. Specs are dealt out in turn to all `*.group.ts` beside it
 * @param part `usual`: all specs, each on one database; `embedded`: those about the database, on the embedded one
 */
export async function importSpecs(file: string, part: 'usual' | 'embedded'): Promise<void> {
  process.env['TEST_PART'] = part;
  const groups = globSync('*.group.ts', { cwd: dirname(file) }).sort();
  const group = groups.indexOf(basename(file));
  if (group < 0) throw new Error(`${file} is no group of specs.`);
  const specs = globSync('**/*.spec.ts', { cwd: src, exclude: ['**/*.process.spec.ts'] })
    .filter((spec) => part === 'usual' || isAboutDatabase(spec))
    .sort();
  for (const spec of specs.filter((_, index) => index % groups.length === group)) {
    await import(join(src, spec));
  }
}

const isAboutDatabase = (spec: string) =>
  readFileSync(join(src, spec), 'utf8').includes('describe.each(engines)');
