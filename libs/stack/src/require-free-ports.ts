import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-app.ts';

/**
 * Looks at the ports before anything is built or started, so that nobody waits for the first two apps to read that the
 * third has no place.
 * @param ports by the variable that changes each
 * @throws StartError naming the first port that is in use, and its variable
 */
export async function requireFreePorts(ports: Record<string, number>): Promise<void> {
  for (const [variable, port] of Object.entries(ports)) {
    if (await isInUse(port))
      throw new StartError(`Port ${port} is in use. Stop what listens there, or set ${variable}.`);
  }
}

async function isInUse(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  } finally {
    server.close();
  }
}
