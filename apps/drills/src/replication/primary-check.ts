import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import { askPostgres } from './ask-postgres';

/** Less than HAProxy waits for the answer. */
const TIMEOUT_MS = 1500;

/**
 * Answers `GET /primary` of the REST API of Patroni for one server: 200 when it takes writes, 503 when it is a standby or
 * does not answer (https://patroni.readthedocs.io/en/latest/rest_api.html).
 * @returns the port it listens on, and how it is closed
 */
export async function startPrimaryCheck(
  postgresPort: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const url = `postgres://shop@127.0.0.1:${postgresPort}/postgres`;
  const server = createServer((_request, response) => {
    void takesWrites(url).then((takes) => response.writeHead(takes ? 200 : 503).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = onCleanUp(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return { port: (server.address() as AddressInfo).port, close };
}

async function takesWrites(url: string): Promise<boolean> {
  try {
    const [row] = await askPostgres<{ takes: boolean }>(
      url,
      'select not pg_is_in_recovery() as takes',
      TIMEOUT_MS,
    );
    return row?.takes === true;
  } catch {
    return false;
  }
}
