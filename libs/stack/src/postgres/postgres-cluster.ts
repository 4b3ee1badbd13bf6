import { freePort } from '../free-port.ts';
import { PostgresNode } from './postgres-node.ts';
import { findPostgres } from './postgres-programs.ts';

/** A PostgreSQL server of our own in a temporary folder, which may be treated badly. */
export interface PostgresCluster {
  url: string;
  port: number;
  /** Ends it as a crash does: no checkpoint, every connection cut (PostgreSQL's immediate shutdown). */
  stopImmediately: () => Promise<void>;
  /** Starts it again; resolves at the moment it says that it is ready to accept connections. */
  start: () => Promise<void>;
  /** Stops it and removes the folder. */
  close: () => Promise<void>;
}

/**
 * @param closing told of `close` as soon as there is something to close; gives back the one to use
 * @param durable whether what is committed survives the machine's end as well, and not only the server's
 * @returns undefined where PostgreSQL is not installed, or this user may not run it
 */
export async function createPostgresCluster(
  closing = (close: () => Promise<void>) => close,
  durable = false,
): Promise<PostgresCluster | undefined> {
  const programs = await findPostgres(['initdb']);
  if (!programs) return undefined;
  const folder = await programs.makeFolder();
  const port = await freePort();
  const node = new PostgresNode(programs, folder, port, [`fsync=${durable ? 'on' : 'off'}`]);
  const close = closing(async () => {
    await node.stop();
    await node.removeFiles();
  });
  try {
    await node.init();
    await node.start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: node.url,
    port,
    stopImmediately: () => node.stop(),
    start: () => node.start(),
    close,
  };
}
