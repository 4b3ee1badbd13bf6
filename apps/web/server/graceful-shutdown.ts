import type { Server, ServerResponse } from 'node:http';

/**
 * How long requests under way may take after a stop has begun, in milliseconds. The API's longest deadline is 9.8 s (a
 * checkout that waits for Stripe); the rest is for the network between.
 */
export const GRACE_MS = 12_000;
const CHECK_EVERY_MS = 100;

/**
 * Prepares a planned stop. Call it before the server gets its first request.
 *
 * The returned function stops listening, lets requests under way finish, and resolves when the last connection has
 * ended. Each answer asks its client to close the connection. A connection without a request is cut as soon as no
 * request is under way. A request that takes longer than the grace is cut. Calling the function again changes nothing.
 */
export function gracefulShutdown(server: Server, graceMs = GRACE_MS): () => Promise<void> {
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  server.prependListener('request', (_req, res: ServerResponse) => {
    underWay.add(res);
    res.once('close', () => underWay.delete(res));
    if (stopping) res.setHeader('Connection', 'close');
  });

  let stopped: Promise<void> | undefined;
  const stop = () =>
    new Promise<void>((resolve) => {
      stopping = true;
      for (const res of underWay) if (!res.headersSent) res.setHeader('Connection', 'close');
      // A closed server no longer looks for late requests, so unused connections would keep it open.
      const check = setInterval(() => {
        if (underWay.size === 0) server.closeAllConnections();
      }, CHECK_EVERY_MS);
      const grace = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearInterval(check);
        clearTimeout(grace);
        resolve();
      });
    });
  return () => (stopped ??= stop());
}
