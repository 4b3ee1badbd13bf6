import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  demoShopFile,
  freePort,
  seedCatalogue,
  startApi,
  startWorker,
  writeShopFile,
} from '@shop/stack';
import type { RunningApp, ShopChanges } from '@shop/stack';
import Stripe from 'stripe';
import type { DatabaseKind } from '../database/database-kind';
import type { ShopDatabase, Query } from '../database/shop-database';
import { onCleanUp } from '../cleanup-registry';
import { openDatabase } from './open-database';
import type { Between, DatabaseOptions } from './open-database';
import { runOrders } from './run-orders';
import type { CommandOutput } from './run-orders';
import { openMailbox } from './mailbox';
import type { Mailbox } from './mailbox';
import type { SandboxControl } from './sandbox-control';
import { WEBHOOK_SECRET } from './webhook-secret';
import { giveSandboxBack, takeSandbox } from './spare-sandboxes';
import { WEBHOOK_PATH } from './stripe-event';

export type Environment = Record<string, string>;

export interface ShopOptions extends DatabaseOptions {
  /** More environment variables of the API. */
  api?: Environment;
  /** What is otherwise than in the demo's shop file. */
  shop?: ShopChanges;
  /** Registers the API as a webhook endpoint. Without it, a test delivers the events itself. */
  sendsWebhooks?: boolean;
  /** Registers the API as a webhook endpoint that gets no event: Stripe only lists them. */
  losesWebhooks?: boolean;
  /** Shares the sandbox of another shop: a second deployment on the same Stripe account, with an endpoint of its own. */
  sharesAccountOf?: Shop;
  /** Gets every line that the API's processes write. */
  onLine?: (line: string) => void;
  /** Gets every mail as it was sent. */
  onMail?: (raw: string) => void;
  /** Opens a proxy between the API and the sandbox. */
  beforeStripe?: (sandboxUrl: string) => Promise<Between>;
}

export interface LogLine {
  level: number;
  msg?: string;
  [key: string]: unknown;
}

/**
 * The built API with a sandbox, a database and a mail server of its own. `open` does not start the API; `start` does.
 */
export class Shop {
  /** Warnings and errors that the API's processes have logged. */
  readonly complaints: LogLine[] = [];
  readonly url: string;
  /** The last started process of the API, while it runs. */
  api: RunningApp | undefined;
  readonly #running = new Set<RunningApp>();
  readonly #starting = new Set<Promise<RunningApp>>();
  readonly close = onCleanUp(() => this.#close());

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    readonly database: ShopDatabase,
    readonly mailbox: Mailbox,
    readonly sandbox: SandboxControl,
    readonly stripe: Stripe,
    private readonly env: Environment,
    private readonly onLine: (line: string) => void,
    private readonly closeAll: () => Promise<void>,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  static async open(kind: DatabaseKind, options: ShopOptions = {}): Promise<Shop> {
    const port = await freePort();
    const dataDir = await mkdtemp(join(tmpdir(), 'drill-'));
    const removeFolder = onCleanUp(() => rm(dataDir, { recursive: true, force: true }));
    const { database, drop } = await openDatabase(kind, dataDir, options);
    const mailbox = await openMailbox(options.onMail);
    const shared = options.sharesAccountOf?.sandbox;
    const sandbox = shared ?? (await takeSandbox());
    const between = await options.beforeStripe?.(sandbox.url);
    const { hostname, port: sandboxPort } = new URL(sandbox.url);
    const stripe = new Stripe('sk_test_sandbox', {
      protocol: 'http',
      host: hostname,
      port: sandboxPort,
      telemetry: false,
    });
    await seedCatalogue(stripe, 'http://localhost:4200');
    // Endpoints of one account have secrets of their own.
    const secrets = shared ? [] : [WEBHOOK_SECRET];
    const registers = options.sendsWebhooks || options.losesWebhooks;
    const url = `http://127.0.0.1:${port}${WEBHOOK_PATH}`;
    if (registers) {
      const { secret } = await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] });
      if (secret) secrets.push(secret);
    }
    if (options.losesWebhooks) await sandbox.switches({ drop: true });
    const env = {
      API_HOST: '127.0.0.1',
      API_PORT: String(port),
      WEB_URL: 'http://localhost:4200',
      SHOP_CONFIG: options.shop ? await writeShopFile(dataDir, options.shop) : demoShopFile,
      DATA_DIR: dataDir,
      STRIPE_SECRET_KEY: 'sk_test_sandbox',
      STRIPE_API_BASE: between?.url ?? sandbox.url,
      STRIPE_WEBHOOK_SECRET: secrets.join(','),
      // A test that delivers events itself does what the Stripe CLI does.
      STRIPE_WEBHOOK_URL: registers ? url : 'listen',
      SMTP_URL: mailbox.url,
      FULFILLMENT_WEBHOOK_URL: '',
      // Each shopper has their own IP address, in X-Forwarded-For.
      TRUST_PROXY: 'loopback',
      LOG_LEVEL: 'warn',
      ...database.env,
      ...options.api,
    };
    const { onLine = () => undefined } = options;
    return new Shop(port, dataDir, database, mailbox, sandbox, stripe, env, onLine, async () => {
      if (!shared) await giveSandboxBack(sandbox);
      await Promise.all([mailbox.close(), between?.close()]);
      await drop();
      await removeFolder();
    });
  }

  /**
   * Starts a process of the API. Resolves when it listens.
   * @param root of another checkout whose build is to be started
   */
  async start(env: Environment = {}, root?: string): Promise<RunningApp> {
    const api = await this.#keep(
      startApi({ ...this.env, ...env }, { onLine: (line) => this.#read(line), root }),
    );
    this.api = api;
    void api.exited.then(() => {
      if (this.api === api) this.api = undefined;
    });
    return api;
  }

  /** The environment for a command of the API on the same data. */
  commandEnv(): Environment {
    return { PATH: process.env['PATH'] ?? '', ...this.env };
  }

  /** Starts a worker process, which runs the API's jobs. It needs PostgreSQL. */
  async startWorker(env: Environment = {}): Promise<RunningApp> {
    return this.#keep(startWorker({ ...this.env, ...env }, { onLine: (line) => this.#read(line) }));
  }

  /** Ends every process of the API with SIGTERM, and waits for it. */
  async stop(): Promise<void> {
    await Promise.all([...this.#running].map((api) => api.stop()));
  }

  /** Ends every process of the API as a crash does (SIGKILL). */
  async kill(): Promise<void> {
    await Promise.all([...this.#running].map((api) => api.kill()));
  }

  /**
   * Runs `npm run orders` on the data of this shop. Only one process can open the embedded database: the API is stopped
   * first, and stays stopped.
   * @returns what the command wrote
   */
  async orders(...args: string[]): Promise<CommandOutput> {
    if (this.database.exclusive) await this.stop();
    return runOrders(args, this.env);
  }

  /** Makes a key of the shop's own systems, which may send parcels, as `npm run staff` does. The API has run before. */
  async staffKey(name: string): Promise<string> {
    if (this.database.exclusive) await this.stop();
    const made = await runOrders(['keys', 'create', name, '--json'], this.env, 'staff');
    if (made.code !== 0) throw new Error(`No key for ${name}: ${made.error}`);
    return (JSON.parse(made.out) as { key: string }).key;
  }

  /**
   * Reads the database. Only one process can open the embedded database, so the API is stopped first, and stays
   * stopped.
   */
  async inspect<T>(work: (query: Query) => Promise<T>): Promise<T> {
    if (this.database.exclusive) await this.stop();
    return this.database.read(work);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#starting);
    await this.kill();
    await this.closeAll();
  }

  #keep(starting: Promise<RunningApp>): Promise<RunningApp> {
    const kept = starting.then((app) => {
      this.#running.add(app);
      void app.exited.then(() => this.#running.delete(app));
      return app;
    });
    this.#starting.add(kept);
    const started = () => this.#starting.delete(kept);
    kept.then(started, started);
    return kept;
  }

  #read(line: string): void {
    this.onLine(line);
    const level = Number(/^\{"level":(\d+)/.exec(line)?.[1] ?? 0);
    if (level >= 40) this.complaints.push(JSON.parse(line) as LogLine);
  }
}
