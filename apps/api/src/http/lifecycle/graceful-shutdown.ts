import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { OpenConnections } from './open-connections';
import { stopTimes } from './stop-times';

/** Longer than a client takes to open the connection after an answer. */
const STILL_MS = 100;
/** How often connections that nobody needs any more are looked for. */
const LOOK_INTERVAL_MS = 250;
/** Longer than a request that is already on its way takes to arrive. */
const ARRIVAL_MS = 500;

/**
 * Ends the HTTP side of a process without losing a request.
 *
 * Node's `server.close()` ends every connection that is idle at that instant, and resets a request that is already on
 * its way on one of them. So for a second every answer asks its client to close the connection itself, while requests
 * are still taken.
 *
 * The kernel resets connections that it has opened and that Node has not accepted yet, and busy clients open one after
 * every answer. So answers pause until nothing has happened for a moment. While every client waits for one, with its
 * connection accepted, the server stops listening; then the answers are given.
 *
 * A closed server waits for its last connection, and no longer looks for requests that are late. So connections are cut
 * by what they wait for: idle ones and those with half a request head soon, a request whose body does not come after
 * three seconds, one that has arrived or whose answer is under way after the longest deadline of the API.
 */
@Injectable()
export class GracefulShutdown implements BeforeApplicationShutdown {
  private isStopping = false;
  private paused: Promise<void> | undefined;
  private readonly connections = new OpenConnections();
  private server: Server | undefined;

  /** Whether new work should go elsewhere. */
  get stopping(): boolean {
    return this.isStopping;
  }

  /** To be called before the server listens. */
  watch(server: Server): void {
    this.server = server;
    this.connections.watch(server);
  }

  readonly middleware: RequestHandler = (_request, response, next) => {
    if (this.isStopping) response.set('Connection', 'close');
    this.connections.begin(response);
    if (this.paused) void this.paused.then(() => next());
    else next();
  };

  /** Resolves when the server no longer listens. Requests under way go on. */
  async stopListening(): Promise<void> {
    this.askToClose();
    await sleep(stopTimes.drain.ms);
    let resume = () => {};
    this.paused = new Promise((resolve) => (resume = resolve));
    await this.untilStill();
    this.server?.close();
    resume();
  }

  /** After this hook Nest closes the server and waits until the last connection has ended. */
  beforeApplicationShutdown(): void {
    this.askToClose();
    if (!this.server?.listening && this.connections.none) return;
    const since = performance.now();
    const timer = setInterval(() => {
      const waitedMs = performance.now() - since;
      if (waitedMs < ARRIVAL_MS) return;
      this.connections.cut({
        unfinishedRequests: waitedMs > stopTimes.body.ms,
        all: waitedMs > stopTimes.answers.ms,
      });
    }, LOOK_INTERVAL_MS);
    this.server?.once('close', () => clearInterval(timer));
    timer.unref();
  }

  private async untilStill(): Promise<void> {
    for (let waitedMs = 0; waitedMs < stopTimes.pause.ms; waitedMs += STILL_MS) {
      const before = this.connections.events;
      await sleep(STILL_MS);
      // The embedded database can hold up this process for longer than that. Node then runs what is due first, and
      // accepts what has come meanwhile after it.
      await nextTurn();
      if (this.connections.events === before) return;
    }
  }

  private askToClose(): void {
    this.isStopping = true;
    this.connections.askToClose();
  }
}
