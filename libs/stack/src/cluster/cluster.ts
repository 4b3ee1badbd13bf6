import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readShopFile } from '../../../shop-file/src/read-shop-file.ts';
import { buildUnlessInterrupted } from '../build.ts';
import { explainFailure } from '../explain-failure.ts';
import { logTo } from '../logs.ts';
import { keepRunningEnvironment } from '../running-environment.ts';
import {
  dataDirOr,
  loadEnvFile,
  portOf,
  publicUrls,
  realStripe,
  USUAL_CLUSTER_DIR,
} from '../settings.ts';
import { StartError } from '../start-app.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import { shopFileOfEnvironment } from '../write-shop-file.ts';
import { startCluster } from './start-cluster.ts';
import type { Cluster } from './start-cluster.ts';

const HELP = `
npm run cluster                   several API processes and a worker on one PostgreSQL, behind one port
npm run cluster -- --replicas 3   how many API processes (2)
npm run cluster -- --pgbouncer    their connections go through a PgBouncer in session mode, which must be installed

A replica or a worker that ends is started again, and nobody is sent to one that is gone.

Variables, also from a file .env:
  DATABASE_URL                  the PostgreSQL; without it one is started and thrown away with all that is in it
  WEB_PORT (4200)               the one port: the shop, and the API under /api
  SANDBOX_PORT (4242)
  SANDBOX_WEBHOOK_SECRET        what the sandbox signs with; made up otherwise
  STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET    real Stripe instead of the sandbox
  STRIPE_WEBHOOK_URL=listen     its events come by API_PORT=4200 npm run stripe:listen
  WEB_URL                       with real Stripe, where browsers find the shop: else on this machine
  DATA_DIR (.data/cluster)      logs, mail, the sandbox's state
`;

const MOST_REPLICAS = 32;

const say = (line = '') => console.log(line);

/** `npm run cluster`. Resolves when everything has stopped; the exit code is set. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      replicas: { type: 'string', default: '2' },
      pgbouncer: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return say(HELP);
  const replicas = Number(values.replicas);
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > MOST_REPLICAS) {
    throw new StartError(`--replicas must be a number from 1 to ${MOST_REPLICAS}.`);
  }
  const interrupted = untilInterrupted();
  loadEnvFile();
  const stripe = realStripe();
  const dataDir = dataDirOr(USUAL_CLUSTER_DIR);
  // Before a build. With real Stripe the replicas name these faults together with those of the environment.
  if (!stripe) readShopFile(shopFileOfEnvironment());
  const ports = { web: portOf('WEB_PORT', 4200), sandbox: portOf('SANDBOX_PORT', 4242) };

  const projects = ['api', 'web', ...(stripe ? [] : ['stripe-sandbox'])];
  say(`Building ${projects.join(', ')} …`);
  if (await buildUnlessInterrupted(projects, interrupted)) return;
  const cluster = await startCluster({
    replicas,
    ports,
    dataDir,
    stripe,
    // A sandbox, and whoever pays there, are on this machine.
    shopUrl: stripe && publicUrls().shop,
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    throughPgBouncer: values.pgbouncer,
    sandboxWebhookSecret: process.env['SANDBOX_WEBHOOK_SECRET'] || undefined,
    say,
    onLine: logTo(join(dataDir, 'logs'), say),
  });
  let forgetEnvironment: (() => Promise<void>) | undefined;
  try {
    if (cluster.sandbox) {
      forgetEnvironment = await keepRunningEnvironment(dataDir, cluster.environment);
    }
    announce(cluster, dataDir);
    const broken = await Promise.race([interrupted, cluster.broken]);
    if (broken) throw new StartError(`${broken} The logs are in ${join(dataDir, 'logs')}`);
    say('\nStopping …');
  } finally {
    await Promise.all([forgetEnvironment?.(), cluster.stop()]);
  }
}

function announce({ shopUrl, sandbox, databaseUrl }: Cluster, dataDir: string): void {
  say();
  say(`  Shop       ${shopUrl}`);
  say(`  API        ${shopUrl}/api`);
  if (sandbox) say(`  Sandbox    ${sandbox.url.replace('127.0.0.1', 'localhost')}/sandbox`);
  // Without the password.
  const { host, pathname } = new URL(databaseUrl);
  say(`  Database   ${host}${pathname}`);
  say(
    process.env['SMTP_URL']
      ? '  E-mails    are sent through SMTP_URL'
      : `  E-mails    are written to ${join(dataDir, 'mail')}, one file each (.eml); SMTP_URL sends them`,
  );
  say(`  Logs       are written to ${join(dataDir, 'logs')}, one file for each app`);
  say();
  say('Ctrl-C stops everything.');
}

main().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exitCode = 1;
});
