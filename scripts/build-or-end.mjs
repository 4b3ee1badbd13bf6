import { build } from '../libs/stack/src/build.ts';

/** Builds these projects, or ends the process with what went wrong. To be imported once Node is known to be new enough. */
export function buildOrEnd(projects) {
  try {
    build(projects);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
