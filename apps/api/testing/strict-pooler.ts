import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What PgBouncer takes from a client that connects (https://www.pgbouncer.org/config.html#ignore_startup_parameters). */
const TAKEN = [
  'user',
  'database',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
  'application_name',
];

export interface StrictPooler {
  url: string;
  /** The names of all startup parameters that were refused. */
  refused: string[];
  close: () => void;
}

/** Stands between a program and PostgreSQL, and refuses startup parameters as PgBouncer does. */
export async function startStrictPooler(databaseUrl: string): Promise<StrictPooler> {
  const { hostname, port } = new URL(databaseUrl);
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client.on('error', () => undefined));
    client.once('data', (startup: Buffer) => {
      const unknown = parametersOf(startup).find((name) => !TAKEN.includes(name.toLowerCase()));
      if (unknown !== undefined) {
        refused.push(unknown);
        client.end(fatal(`unsupported startup parameter: ${unknown}`));
        return;
      }
      const far = connect(Number(port || 5432), hostname).on('error', () => client.destroy());
      sockets.add(far);
      far.write(startup);
      client.pipe(far).pipe(client);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, refused, close };
}

/** Length, version, then names and values, each ended by a zero byte. */
function parametersOf(startup: Buffer): string[] {
  const texts = startup.toString('utf8', 8).split('\0');
  return texts.filter((text, index) => index % 2 === 0 && text !== '');
}

function fatal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
