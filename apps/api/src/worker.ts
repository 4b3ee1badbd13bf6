import { enableCompileCache } from 'node:module';
import { loadConfig } from './config/config';
import { explainStart } from './explain-start';
import { stopOnSignal } from './http/lifecycle/stop-on-signal';
import { stopsWithinMs } from './http/lifecycle/stop-times';

/** Runs jobs only, for API processes that are started with WORKER=none: `npm run worker`. */
async function main(): Promise<void> {
  const config = loadConfig(undefined, 'worker');
  enableCompileCache();
  const { createWorker } = await import('./create-app');
  stopOnSignal(await createWorker(config));
  const ready = { event: 'working', pid: process.pid, stopsWithinMs };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
