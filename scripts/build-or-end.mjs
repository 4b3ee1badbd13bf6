import { build } from '../libs/stack/src/build.ts';

/**
 * Builds these projects, or takes them from Nx's cache when no source has changed. Standard output stays empty. When
 * the build fails, its messages go to standard error and the process ends with 1, which is Nx's own code. Import this
 * file after requireNode: it needs a Node that reads TypeScript.
 */
export function buildOrEnd(projects) {
  try {
    build(projects);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
