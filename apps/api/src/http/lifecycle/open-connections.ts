import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Response } from 'express';

/**
 * The connections of a server, and what is under way on them. Node's own list does not tell a connection on which
 * nothing has ever been sent from one that waits for its answer.
 */
export class OpenConnections {
  private readonly sockets = new Set<Socket>();
  private readonly underWay = new Set<Response>();
  private happened = 0;

  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      this.happened += 1;
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  get none(): boolean {
    return this.sockets.size === 0;
  }

  /** How often a connection has come, a request has begun or an answer has ended. */
  get events(): number {
    return this.happened;
  }

  /** The head of a request has arrived. */
  begin(response: Response): void {
    this.underWay.add(response);
    this.happened += 1;
    response.once('close', () => {
      this.underWay.delete(response);
      this.happened += 1;
    });
  }

  /** Tells the clients that wait for an answer to end their connections after it. */
  askToClose(): void {
    for (const response of this.underWay) {
      if (!response.headersSent) response.set('Connection', 'close');
    }
  }

  /**
   * Cuts connections on which no request is under way.
   * @param also what else is cut: requests whose body has not come, or everything
   */
  cut(also: { unfinishedRequests: boolean; all: boolean }): void {
    const waiting = new Set<Socket>();
    for (const response of this.underWay) {
      const isWorth = response.headersSent || response.req.complete || !also.unfinishedRequests;
      if (isWorth && !also.all) waiting.add(response.req.socket);
    }
    for (const socket of this.sockets) if (!waiting.has(socket)) socket.destroy();
  }
}
