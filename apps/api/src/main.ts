import { enableCompileCache, flushCompileCache } from 'node:module';
import type { INestApplication } from '@nestjs/common';
import { loadConfig } from './config/config';
import type { Config } from './config/config';
import { explainStart } from './explain-start';
import { lockDataDir } from './database/embedded/lock-data-dir';
import { ListenError } from './http/lifecycle/listen-error';
import { stopOnSignal } from './http/lifecycle/stop-on-signal';
import { stopsWithinMs, stopTimes } from './http/lifecycle/stop-times';

/**
 * Starts the API. One line of JSON on standard output says where it listens, and how long its stop may take.
 * Configuration and data folder are checked first: loading the rest takes half a second.
 */
async function main(): Promise<void> {
  const config = loadConfig();
  lockDataDir(config);
  enableCompileCache();
  const [{ beginJobs, createApp }, { GracefulShutdown }, takeCommands] = await Promise.all([
    import('./create-app'),
    import('./http/lifecycle/graceful-shutdown'),
    commandsFor(config),
  ]);
  const app = await createApp(config);
  const { port, host } = config.http;
  await app.listen(port, host).catch((error: unknown) => {
    throw new ListenError(error, { port, host, variable: 'API_PORT' });
  });
  const endCommands = await takeCommands(app);
  // A planned restart loses no request: the server stops listening first, then requests under way are finished.
  stopOnSignal(app, async () => {
    await Promise.all([endCommands(), app.get(GracefulShutdown).stopListening()]);
  });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  process.stdout.write(`${JSON.stringify({ event: 'listening', url, stopsWithinMs })}\n`);
  await beginJobs(app);
  // Now and not at the exit: a process that is killed starts a quarter quicker too, the next time.
  flushCompileCache();
}

type TakeCommands = (app: INestApplication) => Promise<() => Promise<void>>;

/**
 * The embedded database is this process's alone: commands about it are carried out here. All code for them is loaded at
 * the start, because a build may change the files meanwhile.
 */
async function commandsFor({ database: { url, dataDir } }: Config): Promise<TakeCommands> {
  if (url !== undefined) return () => Promise.resolve(() => Promise.resolve());
  const [{ serveCommands }, { runCommand }] = await Promise.all([
    import('./cli/socket/serve-commands'),
    import('./cli/run-command'),
  ]);
  return async (app) => {
    try {
      return await serveCommands(app, dataDir, runCommand, stopTimes.drain.ms);
    } catch (error) {
      // Such as a file system without sockets: only commands beside the API are not possible then.
      const { code } = error as NodeJS.ErrnoException;
      process.stderr.write(
        `No command can be run beside this API: its socket in ${dataDir} cannot be made (${code}).\n`,
      );
      return () => Promise.resolve();
    }
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
