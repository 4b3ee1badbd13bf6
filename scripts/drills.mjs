import { runBuilt } from './run-built.mjs';

await runBuilt('npm run drills', 'drills');
