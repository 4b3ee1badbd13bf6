import type { RepositoryCopy } from './repository-copy.ts';
import { interrupt, says } from './running.ts';

// By its path, as in scripts: `npm run check:alone` runs this file without Jest's names for libraries.
const FREE_PORT = '../../libs/stack/src/free-port.ts';
const { freePort } = (await import(FREE_PORT)) as { freePort: () => Promise<number> };

/**
 * Starts `npm run dev:web`, loads the page and its code, and stops it.
 * @returns what the page is
 */
export async function tryDevWeb(copy: RepositoryCopy): Promise<{ html: string; mocks: string }> {
  const port = String(await freePort());
  const server = copy.start('npm run dev:web', { WEB_PORT: port });
  try {
    await says(server, /Local:/);
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    return { html: await get('/order/success'), mocks: await get('/src/dev/mock-api/start.tsx') };
  } finally {
    await interrupt(server);
  }
}

/**
 * Starts `npm run dev:api`, asks it what a shop would, opens its documentation, and stops it.
 * @returns its answers
 */
export async function tryDevApi(copy: RepositoryCopy) {
  const apiPort = String(await freePort());
  const server = copy.start('npm run dev:api', {
    API_PORT: apiPort,
    SANDBOX_PORT: String(await freePort()),
    DATA_DIR: copy.path('.data'),
  });
  try {
    await says(server, /Ctrl-C stops everything/);
    const get = (path: string) => fetch(`http://127.0.0.1:${apiPort}/api/${path}`);
    return {
      docs: await (await get('docs')).text(),
      initialiser: await (await get('docs/swagger-ui-init.js')).text(),
      products: (await (await get('products')).json()) as { products: unknown[] },
    };
  } finally {
    await interrupt(server);
  }
}
