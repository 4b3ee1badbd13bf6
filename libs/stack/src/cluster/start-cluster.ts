import { randomBytes } from 'node:crypto';
import { startApi, startSandbox, startWeb, startWorker } from '../apps.ts';
import { freePort } from '../free-port.ts';
import { startPgBouncer } from '../postgres/pgbouncer.ts';
import { createPostgresCluster } from '../postgres/postgres-cluster.ts';
import { seedCatalogue } from '../seed-catalogue.ts';
import { StartError } from '../start-app.ts';
import type { RunningApp } from '../start-app.ts';
import { shopFileOfEnvironment } from '../write-shop-file.ts';
import { createStripeClient, SANDBOX_KEY } from '../stripe-client.ts';
import { keepRunning } from './keep-running.ts';

export interface ClusterOptions {
  replicas: number;
  ports: { web: number; sandbox: number };
  dataDir: string;
  /** PostgreSQL; without it one is started for the time of the cluster. */
  databaseUrl: string | undefined;
  /** Whether replicas and worker reach it through a PgBouncer that is started for the time of the cluster. */
  throughPgBouncer: boolean;
  /** Real Stripe instead of the sandbox. */
  stripe: { secretKey: string; webhookSecret: string } | undefined;
  /** Where browsers find the shop; undefined: on this machine. */
  shopUrl: string | undefined;
  /** The secret the sandbox signs with. */
  sandboxWebhookSecret: string | undefined;
  say: (line: string) => void;
  onLine: (app: string, line: string) => void;
}

export interface Cluster {
  shopUrl: string;
  sandbox: RunningApp | undefined;
  databaseUrl: string;
  /** What a replica was given, for commands about the same sandbox and database. */
  environment: Record<string, string>;
  /** Resolves when what is not started again has ended: the sandbox or the shop's server. */
  broken: Promise<string>;
  stop: () => Promise<void>;
}

/**
 * Several processes of the API and a worker on one PostgreSQL, behind the shop's server, which asks the replicas in
 * turn. Replicas and worker are started again when they end.
 * @throws StartError when something does not start; what did is stopped
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { ports, dataDir, stripe, say, onLine } = options;
  const stops: (() => Promise<unknown>)[] = [];
  // What was started last depends on what was started first, and is stopped before it.
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  const once = async (starting: Promise<RunningApp>) => {
    const app = await starting;
    stops.push(app.stop);
    return app;
  };
  const lines = (app: string) => ({ onLine: (line: string) => onLine(app, line) });

  try {
    const databaseUrl = options.databaseUrl ?? (await ownDatabase(stops, say));
    const shopUrl = options.shopUrl ?? `http://localhost:${ports.web}`;
    const webhookUrl = `http://127.0.0.1:${ports.web}/api/webhooks/stripe`;
    const webhookSecret =
      stripe?.webhookSecret ??
      options.sandboxWebhookSecret ??
      `whsec_${randomBytes(24).toString('hex')}`;
    const sandbox = stripe
      ? undefined
      : await once(
          startSandbox(
            {
              SANDBOX_PORT: String(ports.sandbox),
              SANDBOX_PUBLIC_URL: `http://localhost:${ports.sandbox}`,
              SANDBOX_SECRET_KEY: SANDBOX_KEY,
              SANDBOX_STATE_FILE: `${dataDir}/sandbox.json`,
              SANDBOX_WEBHOOK_URL: webhookUrl,
              SANDBOX_WEBHOOK_SECRET: webhookSecret,
            },
            lines('sandbox'),
          ),
        );
    const secretKey = stripe?.secretKey ?? SANDBOX_KEY;
    const shopFile = shopFileOfEnvironment();
    if (sandbox) {
      await seedCatalogue(createStripeClient(secretKey, sandbox.url), shopUrl, shopFile);
    }

    const environment = {
      WEB_URL: shopUrl,
      SHOP_CONFIG: shopFile,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      ...(sandbox && { STRIPE_API_BASE: sandbox.url, STRIPE_WEBHOOK_URL: webhookUrl }),
      // The shop's server is the one proxy in front of the replicas, unless there is another one in front of it.
      TRUST_PROXY: (stripe && process.env['TRUST_PROXY']) || 'loopback',
    };
    const apiEnv = {
      STRIPE_API_BASE: undefined,
      ...environment,
      ...(options.throughPgBouncer && {
        DATABASE_URL: await ownPgBouncer(databaseUrl, stops, say),
      }),
    };
    const keep = async (name: string, start: () => Promise<RunningApp>) => {
      const { stop: end } = await keepRunning(start, {
        onStarted: ({ url, pid }) =>
          say(`${name}  ${[url, `pid ${pid}`].filter(Boolean).join('  ')}`),
        onEnded: (why) => say(`${name} ended (${why}), starting it again`),
      });
      return end;
    };
    // The shop's server is stopped before them: by then their requests have been answered.
    const kept: (() => Promise<void>)[] = [];
    stops.push(() => Promise.all(kept.map((end) => end())));
    const apiUrls = await Promise.all(
      Array.from({ length: options.replicas }, async (_, index) => {
        const port = await freePort();
        const name = `Replica ${index + 1}`;
        const env = { ...apiEnv, API_PORT: String(port), WORKER: 'none' };
        kept.push(await keep(name, () => startApi(env, lines(`api-${index + 1}`))));
        return `http://127.0.0.1:${port}`;
      }),
    );
    kept.push(await keep('Worker', () => startWorker(apiEnv, lines('worker'))));
    const web = await once(
      startWeb(
        {
          WEB_PORT: String(ports.web),
          API_URL: apiUrls.join(' '),
          SHOP_CONFIG: shopFile,
          ...(sandbox && { CHECKOUT_ORIGINS: `http://localhost:${ports.sandbox}` }),
        },
        lines('web'),
      ),
    );
    const ended = ({ name, exited }: RunningApp) =>
      exited.then(({ code, signal }) => `${name} ended (${signal ?? code}).`);
    const broken = Promise.race([web, ...(sandbox ? [sandbox] : [])].map(ended));
    const [replica = shopUrl] = apiUrls;
    return {
      shopUrl,
      sandbox,
      databaseUrl,
      environment: { ...environment, API_PORT: new URL(replica).port },
      broken,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ownPgBouncer(
  databaseUrl: string,
  stops: (() => Promise<unknown>)[],
  say: (line: string) => void,
): Promise<string> {
  const pgBouncer = await startPgBouncer(databaseUrl);
  if (!pgBouncer) {
    throw new StartError(
      '--pgbouncer needs PgBouncer: install it (the program is looked for in PATH and in /usr/sbin).',
    );
  }
  stops.push(pgBouncer.close);
  say(`PgBouncer  ${new URL(pgBouncer.url).host}`);
  return pgBouncer.url;
}

async function ownDatabase(
  stops: (() => Promise<unknown>)[],
  say: (line: string) => void,
): Promise<string> {
  say('Starting a PostgreSQL for the time of the cluster …');
  const postgres = await createPostgresCluster();
  if (!postgres) {
    throw new StartError(
      'Replicas need a PostgreSQL: set DATABASE_URL, or install one (initdb and postgres are looked for in PATH and in /usr/lib/postgresql).',
    );
  }
  stops.push(postgres.close);
  return postgres.url;
}
