import { enableCompileCache } from 'node:module';
import { loadConfig } from './config/config';
import { explainStart } from './explain-start';
import { lockDataDir } from './database/embedded/lock-data-dir';
import { stopOnSignal } from './http/lifecycle/stop-on-signal';
import { stopsWithinMs } from './http/lifecycle/stop-times';

/**
 * Starts the API. One line of JSON on standard output says where it listens, and how long its stop may take.
 * Configuration and data folder are checked first: loading the rest takes half a second.
 */
async function main(): Promise<void> {
  const config = loadConfig();
  lockDataDir(config);
  enableCompileCache();
  const [{ createApp }, { GracefulShutdown }] = await Promise.all([
    import('./create-app'),
    import('./http/lifecycle/graceful-shutdown'),
  ]);
  const app = await createApp(config);
  const { port, host } = config.http;
  await app.listen(port, host);
  // A planned restart loses no request: the server stops listening first, then requests under way are finished.
  stopOnSignal(app, () => app.get(GracefulShutdown).stopListening());
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  process.stdout.write(`${JSON.stringify({ event: 'listening', url, stopsWithinMs })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
