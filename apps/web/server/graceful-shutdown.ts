import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** For the API's answers, in milliseconds: longer than its longest deadline, and the network between. */
export const GRACE_MS = 12_000;
/** For the download of a file. */
const DOWNLOAD_MS = 500;
const CHECK_EVERY_MS = 100;

/** From SIGTERM to the end of the process at most. Whoever stops the process must wait as long. */
export const stopsWithinMs = GRACE_MS + 1000;

/**
 * Prepares a planned stop. The returned function stops listening, waits for the API's answers, and resolves when the
 * last connection has ended. Calling it again changes nothing. Each answer asks its client to close the connection.
 * Connections without an answer of the API under way are cut after half a second, all others at the end of the grace.
 *
 * To be called before the server listens.
 */
export function gracefulShutdown(server: Server, graceMs = GRACE_MS): () => Promise<void> {
  const sockets = new Set<Socket>();
  const fromApi = new Set<ServerResponse>();
  let stopping = false;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', ({ url = '' }, response: ServerResponse) => {
    if (stopping) response.setHeader('Connection', 'close');
    if (!url.startsWith('/api')) return;
    fromApi.add(response);
    response.once('close', () => fromApi.delete(response));
  });

  let stopped: Promise<void> | undefined;
  const stop = () =>
    new Promise<void>((resolve) => {
      stopping = true;
      for (const response of fromApi) {
        if (!response.headersSent) response.setHeader('Connection', 'close');
      }
      let waitedMs = 0;
      // A closed server no longer looks for late requests, so unused connections would keep it open.
      const check = setInterval(() => {
        waitedMs += CHECK_EVERY_MS;
        if (waitedMs < DOWNLOAD_MS) return;
        const answers = waitedMs < graceMs ? [...fromApi] : [];
        const waiting = new Set(answers.map(({ req }) => req.socket));
        for (const socket of sockets) if (!waiting.has(socket)) socket.destroy();
      }, CHECK_EVERY_MS);
      server.close(() => {
        clearInterval(check);
        resolve();
      });
      server.closeIdleConnections();
    });
  return () => (stopped ??= stop());
}
