import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, jest } from '@jest/globals';
import { readShopFile } from '@shop/shop-file/read-shop-file';
import { createApp } from '../server/app';
import { SHOP_ROUTES } from '../server/config';
import { createServer as createShopServer } from '../server/create-server';

export const SCRIPT = 'window.early = 1;';
const MUG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const shopFilePath = fileURLToPath(new URL('../../../shop.json', import.meta.url));
const HTML =
  '<!doctype html><html lang=""><title></title><!--shop--><script type="application/json" id="shop-config">{}</script>' +
  `<script>${SCRIPT}</script><div id="root"></div>`;

let clientDir: string;
const servers: Server[] = [];
/** What the server wrote to standard error in this test. */
export const logged: string[] = [];

beforeEach(() => {
  clientDir = mkdtempSync(join(tmpdir(), 'shop-client-'));
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), HTML);
  writeFileSync(join(clientDir, 'assets', 'index-abc123.js'), 'console.log(1)');
  writeFileSync(
    join(clientDir, 'assets', 'index-abc123.js.br'),
    brotliCompressSync('console.log(1)'),
  );
  writeFileSync(join(clientDir, 'robots.txt'), 'User-agent: *');
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  rmSync(clientDir, { recursive: true });
  logged.length = 0;
  jest.restoreAllMocks();
});

/** Lets a server listen until the end of the test, by default on a free port; gives its origin. */
export async function open(server: Server, scheme = 'http', port = 0): Promise<string> {
  servers.push(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const listen = (handler: RequestListener) => open(createServer(handler));

const silent: RequestListener = (_req, res) => void res.end();

/** The shop's server before APIs that answer like this. */
export async function openShop(...apis: RequestListener[]): Promise<string> {
  return openShopBefore(await Promise.all((apis.length ? apis : [silent]).map(listen)));
}

export const openShopBefore = (apiUrls: string[], apiOrigin = '') =>
  open(shopServer(apiUrls, apiOrigin));

export function shopServer(apiUrls: string[], apiOrigin = '', routes = SHOP_ROUTES): Server {
  const checkoutOrigins = ['http://localhost:4242'];
  const shopFile = readShopFile(shopFilePath);
  const pictures = new Map([['/products/mug.svg', { type: 'image/svg+xml', body: MUG }]]);
  return createShopServer(
    createApp({
      apiUrls,
      apiOrigin,
      clientDir,
      checkoutOrigins,
      shopFile,
      pictures,
      routes,
    }),
  );
}

/** An origin where nobody listens. */
export async function freeOrigin(): Promise<string> {
  const gone = createServer();
  await once(gone.listen(0, '127.0.0.1'), 'listening');
  const { port } = gone.address() as AddressInfo;
  await new Promise((done) => gone.close(done));
  return `http://127.0.0.1:${port}`;
}
