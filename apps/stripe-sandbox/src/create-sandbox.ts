import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createApiRouter } from './api/router';
import { createControlRouter } from './control/control.router';
import { expireIfDue, watchExpiries } from './engine/checkout/expire-session';
import { closable, shiftable, systemClock, type Clock } from './engine/clock';
import { registerConfigured, type ConfiguredEndpoint } from './engine/configured-endpoint';
import { collectionsOf, createEngine } from './engine/engine';
import type { Engine } from './engine/engine.types';
import type { Settings } from './engine/settings';
import { createHostedPageRouter } from './hosted-page/hosted-page.router';
import { ownHostsOnly } from './http/browser-guard';
import { FaultBox } from './http/faults';
import { IdempotencyKeys } from './http/idempotency';
import { createPanelRouter } from './panel/panel.router';
import { shapeProblems } from './schema/check-shape';
import { readState, StateSaver, type SavedState } from './state/state-file';
import { Deliverer } from './webhook/deliverer';

export interface SandboxOptions {
  /** 0 takes a free port. */
  port?: number;
  host?: string;
  /** The start of the hosted pages' URLs; by default the server's own address. */
  publicUrl?: string | undefined;
  /** More host names: requests may be addressed to them, and events sent to them wherever they are. */
  allowedHosts?: readonly string[];
  /** The file that keeps the state over restarts; without it the state is in memory only. */
  stateFile?: string | undefined;
  /** A webhook endpoint for all events, registered at the start. */
  webhook?: ConfiguredEndpoint | undefined;
  settings?: Partial<Settings>;
  clock?: Clock;
  /** How many objects of a kind are kept; the oldest make room. */
  maxObjects?: number;
  /** Holds every answer and webhook against the SDK's types; what is wrong is collected in `shapeProblems`. */
  validateShapes?: boolean;
}

export interface Sandbox {
  /** The base URL, without a slash at its end. */
  url: string;
  engine: Engine;
  /** What did not have the shape of the SDK's types; empty unless `validateShapes` was asked for. */
  shapeProblems: Set<string>;
  /** Stops the server, its connections, retries and timers; saves the state. */
  close(): Promise<void>;
}

const MOST_OBJECTS = 10_000;
const KEEP_ALIVE_MS = 65_000;

/** Starts a Stripe-compatible server. Rejects with the listen error if the port is taken. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const serverClock = closable(options.clock ?? systemClock);
  const clock = shiftable(serverClock);
  const maxObjects = options.maxObjects ?? MOST_OBJECTS;
  let saver: StateSaver | undefined;
  const startSettings = options.settings ?? {};
  const engine = createEngine({
    clock,
    maxObjects,
    settings: startSettings,
    onChange: () => saver?.touch(),
  });
  const keys = new IdempotencyKeys(clock, Math.ceil(maxObjects / 2));
  const problems = new Set<string>();
  const checkShape = options.validateShapes
    ? (object: object) => shapeProblems(object).forEach((problem) => problems.add(problem))
    : () => undefined;
  const webhookHost = options.webhook ? [new URL(options.webhook.url).hostname] : [];
  for (const host of [...webhookHost, ...(options.allowedHosts ?? [])])
    engine.world.knownHosts.add(host);
  const deliverer = new Deliverer(engine, serverClock, checkShape);
  engine.world.onEvent = (event) => deliverer.deliver(event);
  engine.world.redeliver = (event, endpointIds) => deliverer.redeliver(event, endpointIds);

  if (options.stateFile !== undefined) {
    const saved = readState(options.stateFile, (aside) =>
      console.error(`The state was kept by another version of the sandbox. It is now in ${aside}.`),
    );
    if (saved) load(engine, keys, saved);
    saver = new StateSaver(options.stateFile, serverClock, () => save(engine, keys));
  }

  const faults = new FaultBox();
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const { allowedHosts = [] } = options;
  const publicHost = options.publicUrl === undefined ? [] : [new URL(options.publicUrl).hostname];
  app.use(ownHostsOnly([...publicHost, ...allowedHosts]));
  app.use(
    '/sandbox/api',
    createControlRouter({
      engine,
      clock,
      deliverer,
      faults,
      startSettings,
      shapeProblems: options.validateShapes ? problems : null,
      reset: (objects) => {
        deliverer.clear();
        keys.clear();
        if (objects) for (const [, collection] of collectionsOf(engine)) collection.clear();
        if (options.webhook) registerConfigured(engine, options.webhook);
      },
    }),
  );
  app.use(createPanelRouter());
  app.use(createHostedPageRouter(engine, deliverer));
  app.use(createApiRouter({ engine, keys, onAnswer: checkShape }, faults));

  const server = createServer(app);
  // Longer than clients keep an idle connection: the server must not close one while a request is on its way.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  engine.world.publicUrl = options.publicUrl ?? url;
  if (options.webhook) registerConfigured(engine, options.webhook);
  deliverer.resume();
  watchExpiries(engine);

  return {
    url,
    engine,
    shapeProblems: problems,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, deliverer.close()]);
      saver?.save();
      serverClock.close();
    },
  };
}

function save(engine: Engine, keys: IdempotencyKeys): SavedState {
  const store = collectionsOf(engine).map(([name, collection]) => [name, collection.entries()]);
  return {
    store: Object.fromEntries(store) as SavedState['store'],
    idempotencyKeys: keys.entries(),
  };
}

function load(engine: Engine, keys: IdempotencyKeys, saved: SavedState): void {
  for (const [name, collection] of Object.entries(engine.store)) {
    const entries = saved.store[name];
    if (entries) (collection as { load(entries: [string, unknown][]): void }).load(entries);
  }
  keys.load(saved.idempotencyKeys as Parameters<IdempotencyKeys['load']>[0]);
  for (const record of engine.store.sessions.newestFirst()) expireIfDue(engine, record);
}
