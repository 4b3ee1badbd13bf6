import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestHandler, Response } from 'express';

/** Longer than a busy client waits between two requests on one connection. */
const DRAIN_MS = 1000;
/** Longer than a client that has got its answer takes to come back on a new connection. */
const HOLD_MS = 100;
/** Longer than a request that is already on its way takes to arrive. */
const QUIET_MS = 500;
/** By then every request has its answer. */
const ANSWERED_MS = 3000;

/**
 * The last second of a process. Node's `server.close()` ends every connection that is idle at that instant, and a
 * request already on its way on one of them is reset: so first every answer asks its client to close the connection
 * itself, while requests are still taken.
 *
 * The kernel in its turn resets the connections that it has opened and that Node has not accepted yet, and busy clients
 * open one after every answer. So at the end nobody gets an answer for a moment, and with everybody waiting, accepted,
 * the server stops listening; then the answers are given.
 *
 * Connections on which nothing is asked, as browsers and load balancers open them, would keep the process for ever: a
 * closed server no longer looks for requests that are late. They are cut once every request has its answer.
 */
@Injectable()
export class Drain implements BeforeApplicationShutdown {
  private isDraining = false;
  private held: Promise<void> | undefined;
  private readonly underWay = new Set<Response>();

  constructor(private readonly adapters: HttpAdapterHost) {}

  /** Whether new work should go elsewhere. */
  get draining(): boolean {
    return this.isDraining;
  }

  readonly middleware: RequestHandler = (_request, response, next) => {
    if (this.isDraining) response.set('Connection', 'close');
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    if (this.held) void this.held.then(() => next());
    else next();
  };

  /** Resolves when the server no longer listens. Requests in flight go on. */
  async drain(server: Server): Promise<void> {
    this.askToClose();
    await sleep(DRAIN_MS);
    let letGo = () => {};
    this.held = new Promise((resolve) => (letGo = resolve));
    await sleep(HOLD_MS);
    server.close();
    letGo();
  }

  /** From here on Nest waits until the last connection has ended. */
  beforeApplicationShutdown(): void {
    this.askToClose();
    const server = this.adapters.httpAdapter?.getHttpServer() as Server | undefined;
    if (!server) return;
    const since = Date.now();
    const timer = setInterval(() => {
      if (this.underWay.size === 0 || Date.now() - since > ANSWERED_MS)
        server.closeAllConnections();
    }, QUIET_MS);
    server.once('close', () => clearInterval(timer));
    timer.unref();
  }

  private askToClose(): void {
    this.isDraining = true;
    for (const response of this.underWay) {
      if (!response.headersSent) response.set('Connection', 'close');
    }
  }
}
