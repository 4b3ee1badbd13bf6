import type { Socket } from 'node:net';

/**
 * Resolves when the connection has ended, by an end or by a reset. `once(socket, 'close')` rejects on a reset: 'error'
 * comes first then.
 */
export function closed(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  if (socket.closed) return Promise.resolve();
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
