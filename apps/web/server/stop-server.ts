import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A slow download does not hold the process for longer. */
const DOWNLOAD_MS = 500;
const LOOK_INTERVAL_MS = 100;
/** Longer than the longest deadline of the API: it answers by then, and its answer goes through this server. */
export const API_ANSWER_MS = 11_000;

/** From SIGTERM to the end of the process at most. Whoever stops it must wait as long. */
export const stopsWithinMs = API_ANSWER_MS + 1000;

/**
 * Makes a server ready to be stopped. To be called before it listens.
 * @returns stops it: no new connections, answers of the API are waited for, then the process ends with 0
 */
export function stopServer(server: Server): () => void {
  const sockets = new Set<Socket>();
  const fromApi = new Set<ServerResponse>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', ({ url = '' }, response: ServerResponse) => {
    if (!url.startsWith('/api')) return;
    fromApi.add(response);
    response.once('close', () => fromApi.delete(response));
  });
  return () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    for (const response of fromApi) {
      if (!response.headersSent) response.setHeader('Connection', 'close');
    }
    const since = performance.now();
    setInterval(() => {
      const waitedMs = performance.now() - since;
      if (waitedMs < DOWNLOAD_MS) return;
      const stillWaits = waitedMs < API_ANSWER_MS ? [...fromApi] : [];
      const waiting = new Set(stillWaits.map(({ req }) => req.socket));
      for (const socket of sockets) if (!waiting.has(socket)) socket.destroy();
    }, LOOK_INTERVAL_MS).unref();
  };
}
