import { parseArgs } from 'node:util';
import { register } from './loader/register.ts';
import { bugOf } from './planted/bugs.ts';

// Which bug is planted has to be known before any file of the product is loaded.
const { values } = parseArgs({ strict: false, options: { bug: { type: 'string' } } });
register(bugOf(typeof values.bug === 'string' ? values.bug : undefined));
await import('./main.ts');
