import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, repositoryRoot } from '@shop/stack';
import { build, createServer, preview } from 'vite';

/** The shop as `npm run dev:web` serves it: the API mocked in the browser, and the pages below /dev. */
export interface DevShop {
  url: string;
  stop: () => Promise<void>;
}

/** By Vite's development server, as people see it. Each page loads hundreds of files. */
export async function serveInDevelopment(parallelIndex: number): Promise<DevShop> {
  const { port, ...config } = await settings();
  const server = await createServer({
    ...config,
    // Two servers that share a cache would overwrite each other's files.
    cacheDir: join(repositoryRoot, `node_modules/.vite/web-e2e-${parallelIndex}`),
  });
  await server.listen();
  return { url: `http://localhost:${port}`, stop: () => server.close() };
}

/** The same code, bundled in a folder of its own: a page loads ten files, not hundreds. */
export async function serveBundled(): Promise<DevShop> {
  const { port, ...config } = await settings();
  const outDir = await mkdtemp(join(tmpdir(), 'dev-shop-'));
  const removed = () => rm(outDir, { recursive: true, force: true });
  try {
    await build({ ...config, build: { outDir } });
    const server = await preview({
      ...config,
      build: { outDir },
      preview: { host: '127.0.0.1', port, strictPort: true },
    });
    const stop = async () => {
      await server.close();
      await removed();
    };
    return { url: `http://localhost:${port}`, stop };
  } catch (error) {
    await removed();
    throw error;
  }
}

async function settings() {
  const port = await freePort();
  process.env['WEB_PORT'] = String(port);
  // Not "production": the bundle too has the pages below /dev, and React with its own checks.
  process.env['NODE_ENV'] = 'development';
  return {
    port,
    root: join(repositoryRoot, 'apps/web'),
    mode: 'alone',
    logLevel: 'error',
  } as const;
}
