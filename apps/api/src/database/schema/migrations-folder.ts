import { join } from 'node:path';

/** Beside this file in the sources, beside main.js in the build. */
export const migrationsFolder = join(import.meta.dirname, 'migrations');
