import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** Longer than a busy client waits between two requests on one connection. */
const DRAIN_MS = 1000;
/** Longer than a client that has got its answer takes to come back on a new connection. */
const HOLD_MS = 100;

/**
 * The last second of a process. Node's `server.close()` ends every connection that is idle at that instant, and a
 * request already on its way on one of them is reset: so first every answer asks its client to close the connection
 * itself, while requests are still taken.
 *
 * The kernel in its turn resets the connections that it has opened and that Node has not accepted yet, and busy clients
 * open one after every answer. So at the end nobody gets an answer for a moment, and with everybody waiting, accepted,
 * the server stops listening; then the answers are given.
 */
@Injectable()
export class Drain {
  private isDraining = false;
  private held: Promise<void> | undefined;

  /** Whether new work should go elsewhere. */
  get draining(): boolean {
    return this.isDraining;
  }

  readonly middleware: RequestHandler = (_request, response, next) => {
    if (this.isDraining) response.set('Connection', 'close');
    if (this.held) void this.held.then(() => next());
    else next();
  };

  /** Resolves when the server no longer listens. Requests in flight go on. */
  async drain(server: Server): Promise<void> {
    this.isDraining = true;
    await sleep(DRAIN_MS);
    let letGo = () => {};
    this.held = new Promise((resolve) => (letGo = resolve));
    await sleep(HOLD_MS);
    server.close();
    letGo();
  }
}
