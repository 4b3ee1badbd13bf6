import { enableCompileCache } from 'node:module';
import { loadConfig } from './config/config';
import { explainStart } from './explain-start';

/** Runs jobs and nothing else, for API processes started with WORKER=none: `npm run worker`. */
async function main(): Promise<void> {
  const config = loadConfig(undefined, 'worker');
  enableCompileCache();
  const { createContext } = await import('./create-app');
  const app = await createContext(config);
  app.enableShutdownHooks();
  process.stdout.write(`${JSON.stringify({ event: 'working', pid: process.pid })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
