/** Vite's development server for the console, without an API: `npm run dev:console`. */
import { join } from 'node:path';
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';

printHelp(`npm run dev:console

Starts the console alone, with Vite's development server: the browser answers the API's calls itself, from the contract's
examples. Nothing else runs. CONSOLE_PORT, also from a file .env, chooses the port (4300). Ctrl-C stops it.`);
requireNode('npm run dev:console');
const { loadEnvFile } = await import('../libs/stack/src/settings.ts');
const { untilInterrupted } = await import('../libs/stack/src/until-interrupted.ts');
loadEnvFile();
const interrupted = untilInterrupted();
const { createServer } = await import('vite');
const server = await createServer({
  root: join(import.meta.dirname, '../apps/console'),
  mode: 'alone',
});
await server.listen();
server.printUrls();
await interrupted;
await server.close();
process.exit(0);
