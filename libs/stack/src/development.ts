import { utimesSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'vite';
import { repositoryRoot } from './repository-root.ts';
import { startApp } from './start-app.ts';
import type { StackOptions } from './start-stack.ts';
import { shopFileOfEnvironment } from './write-shop-file.ts';

export interface Development {
  stackOptions: Pick<StackOptions, 'watch' | 'startShop' | 'serveConsole'>;
  stop: () => Promise<void>;
}

/**
 * `npm run dev`: the API and the sandbox are built again on every change, and node restarts them; a changed shop file restarts
 * the API too. Vite serves the shop and the console. Resolves when the first builds are there.
 */
export async function startDevelopment(apps: string[]): Promise<Development> {
  const builders = await Promise.all(apps.map(watchBuild));
  const shopWatcher = watchShopFile();
  return {
    stackOptions: {
      watch: true,
      startShop: servePages('web'),
      serveConsole: servePages('console'),
    },
    stop: async () => {
      shopWatcher.close();
      await Promise.all(builders.map((builder) => builder.close()));
    },
  };
}

const servePages =
  (name: 'web' | 'console'): NonNullable<StackOptions['startShop']> =>
  (env, { onLine }) =>
    startApp({ name, args: ['scripts/serve-in-development.mjs', name], env, onLine });

async function watchBuild(app: string) {
  const builder = await build({
    root: join(repositoryRoot, 'apps', app),
    logLevel: 'error',
    // A folder that is emptied first is a moment without the file that is running.
    build: { watch: {}, emptyOutDir: false },
  });
  if (!('on' in builder)) throw new Error('Vite does not watch.');
  await new Promise<void>((resolve, reject) => {
    builder.on('event', (event) => {
      if (event.code === 'END') resolve();
      if (event.code === 'ERROR') reject(event.error);
    });
  });
  return builder;
}

/** Node restarts the API when its file is touched: so it also reads a changed shop file. */
function watchShopFile(): FSWatcher {
  const shopFile = shopFileOfEnvironment();
  // The folder: many editors put a new file in the place of the old one.
  return watch(dirname(shopFile), (_event, name) => {
    if (name !== basename(shopFile)) return;
    const now = new Date();
    utimesSync(join(repositoryRoot, 'dist/apps/api/main.js'), now, now);
  });
}
