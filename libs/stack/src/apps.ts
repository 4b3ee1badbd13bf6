import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { startApp, StartError } from './start-app.ts';
import type { RunningApp } from './start-app.ts';

type Environment = Record<string, string | undefined>;

interface Options {
  onLine?: ((line: string) => void) | undefined;
  /** Restart when the built file changes. */
  watch?: boolean | undefined;
  /** Of another checkout whose build is to be started. */
  root?: string | undefined;
}

const start =
  (name: string, entry: string, project: string) =>
  (
    env: Environment,
    { onLine, watch, root = repositoryRoot }: Options = {},
  ): Promise<RunningApp> => {
    const file = join(root, entry);
    if (!existsSync(file)) {
      throw new StartError(`${entry} is missing. Build it first: npx nx build ${project}`);
    }
    return startApp({
      name,
      args: [...(watch ? ['--watch', '--watch-preserve-output'] : []), file],
      env,
      onLine,
    });
  };

/** Starts the Stripe sandbox; its environment is described in apps/stripe-sandbox/README.md. */
export const startSandbox = start('sandbox', 'dist/apps/stripe-sandbox/main.js', 'stripe-sandbox');

/** Starts the API; its environment is described in docs/operations.md. */
export const startApi = start('api', 'dist/apps/api/main.js', 'api');

/** Starts a process that runs the API's jobs; it needs DATABASE_URL. */
export const startWorker = start('worker', 'dist/apps/api/worker.js', 'api');

/** Starts the server of the built shop; its environment is described in apps/web/README.md. */
export const startWeb = start('web', 'dist/apps/web/server/main.js', 'web');

/** The pages of the console. */
export const CONSOLE_ROUTES =
  '/ /sign-in /orders /orders/:number /deliveries /shipments /withdrawals /events /events/:id /dead-letters /audit /settings';

/** Starts the console's server: the shop's, with other files. */
export const startConsole = (env: Environment, options: Options = {}): Promise<RunningApp> =>
  start(
    'console',
    'dist/apps/web/server/main.js',
    'web',
  )(
    {
      WEB_CLIENT_DIR: join(options.root ?? repositoryRoot, 'dist/apps/console/client'),
      WEB_ROUTES: CONSOLE_ROUTES,
      ...env,
    },
    options,
  );
