import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { startApp } from './start-app.ts';
import type { StackOptions } from './start-stack.ts';

/** `npm run dev`: the API and the sandbox are rebuilt and restarted on change, the shop is served by Vite. */
export function startDevelopment(realStripe: boolean): {
  stackOptions: Pick<StackOptions, 'watch' | 'startShop'>;
  stop: () => Promise<void>;
} {
  const vite = join(repositoryRoot, 'node_modules/vite/bin/vite.js');
  const builders = (realStripe ? ['api'] : ['api', 'stripe-sandbox']).map((app) =>
    spawn(process.execPath, [vite, 'build', '--watch', '--logLevel', 'error'], {
      cwd: join(repositoryRoot, 'apps', app),
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  return {
    stackOptions: {
      watch: true,
      startShop: (env) =>
        startApp({ name: 'web', args: ['tools/serve-web-in-development.mjs'], env }),
    },
    stop: async () => {
      await Promise.all(
        builders.map((builder) => {
          const ended = new Promise((resolve) => builder.once('close', resolve));
          builder.kill('SIGTERM');
          return ended;
        }),
      );
    },
  };
}
