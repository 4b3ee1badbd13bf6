import { globSync } from 'node:fs';
import { join } from 'node:path';

const GROUPS = 2;
const src = join(import.meta.dirname, '../../src');

/**
 * Imports every second spec of the API into the Jest file that calls this. Jest evaluates all imports anew for each of
 * its files; for Nest, drizzle and the rest that takes longer than most specs. Two files keep two workers busy.
 */
export async function importSpecs(group: number): Promise<void> {
  const specs = globSync('**/*.spec.ts', { cwd: src, exclude: ['**/*.process.spec.ts'] }).sort();
  for (const spec of specs.filter((_, index) => index % GROUPS === group)) {
    await import(join(src, spec));
  }
}
