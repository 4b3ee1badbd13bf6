import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';

/**
 * Below the ports that systems give out by themselves, to whoever listens on port 0 or calls out: one of those could be
 * taken between our looking at it and the app's listening on it.
 */
const FIRST = 10_000;
const BLOCK = 8;
const BLOCKS = 2500;

const mine: number[] = [];
let taking: Promise<void> | undefined;

/**
 * A port of the loopback address that is free now and that no other caller gets, in this process or another. For what
 * has to be known before the app listens; where it need not be, let the app listen on port 0.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = mine.pop();
    if (port === undefined) await (taking ??= takeBlock().finally(() => (taking = undefined)));
    else if (await close(await listen(port))) return port;
  }
}

/** Whoever listens on the first port of a block, until it ends, has the others. */
async function takeBlock(): Promise<void> {
  const start = Math.floor(Math.random() * BLOCKS);
  for (let n = 0; n < BLOCKS; n += 1) {
    const first = FIRST + ((start + n) % BLOCKS) * BLOCK;
    const server = await listen(first);
    if (!server) continue;
    server.unref();
    for (let port = first + 1; port < first + BLOCK; port += 1) mine.push(port);
    return;
  }
  throw new Error(`No block of ports from ${FIRST} is free.`);
}

/** @returns undefined where something listens already, or where it may not be listened */
async function listen(port: number): Promise<Server | undefined> {
  const server = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
    return server;
  } catch {
    return undefined;
  }
}

async function close(server: Server | undefined): Promise<boolean> {
  if (!server) return false;
  server.close();
  await once(server, 'close');
  return true;
}
