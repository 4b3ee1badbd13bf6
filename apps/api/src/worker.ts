import { enableCompileCache } from 'node:module';
import { loadConfig } from './config/config';
import { explainStart } from './explain-start';
import { stopOnSignal } from './http/lifecycle/stop-on-signal';

/** Runs jobs and nothing else, for API processes started with WORKER=none: `npm run worker`. */
async function main(): Promise<void> {
  const config = loadConfig(undefined, 'worker');
  enableCompileCache();
  const { createWorker } = await import('./create-app');
  stopOnSignal(await createWorker(config));
  process.stdout.write(`${JSON.stringify({ event: 'working', pid: process.pid })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
