import { enableCompileCache } from 'node:module';
import { loadConfig } from './config/config';
import { explainStart } from './explain-start';
import { lockDataDir } from './database/embedded/lock-data-dir';
import { stopOnSignal } from './http/lifecycle/stop-on-signal';

/**
 * Starts the API and says on standard output, as one line of JSON, where it listens. What can be wrong with the
 * surroundings is found out first, before half a second goes into loading the rest.
 */
async function main(): Promise<void> {
  const config = loadConfig();
  lockDataDir(config);
  enableCompileCache();
  const [{ createApp }, { Drain }] = await Promise.all([
    import('./create-app'),
    import('./http/lifecycle/graceful-shutdown'),
  ]);
  const app = await createApp(config);
  const { port, host } = config.http;
  await app.listen(port, host);
  // A planned restart loses no request: connections are drained first, then requests in flight are finished.
  stopOnSignal(app, () => app.get(Drain).drain(app.getHttpServer()));
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  process.stdout.write(`${JSON.stringify({ event: 'listening', url })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
