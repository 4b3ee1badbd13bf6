import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** Longer than a busy client waits between two requests on one connection. */
const DRAIN_MS = 1000;

/**
 * The last second of a process. Node's `server.close()` ends every connection that is idle at that instant, and a
 * request already on its way on one of them is reset: so first every answer asks its client to close the connection
 * itself, while requests are still taken.
 */
@Injectable()
export class Drain {
  private isDraining = false;

  /** Whether new work should go elsewhere. */
  get draining(): boolean {
    return this.isDraining;
  }

  readonly middleware: RequestHandler = (_request, response, next) => {
    if (this.isDraining) response.set('Connection', 'close');
    next();
  };

  /** Resolves when the server may be closed. */
  async drain(): Promise<void> {
    this.isDraining = true;
    await sleep(DRAIN_MS);
  }
}
