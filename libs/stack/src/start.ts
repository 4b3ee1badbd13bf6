import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readShopFile } from '../../shop-file/src/read-shop-file.ts';
import { buildUnlessInterrupted } from './build.ts';
import { explainFailure } from './explain-failure.ts';
import { logTo } from './logs.ts';
import { keepRunningEnvironment } from './running-environment.ts';
import { requireFreePorts } from './require-free-ports.ts';
import {
  dataDirOr,
  loadEnvFile,
  portOf,
  publicUrls,
  realStripe,
  USUAL_DATA_DIR,
} from './settings.ts';
import { StartError } from './start-app.ts';
import { startStack } from './start-stack.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { shopFileOfEnvironment } from './write-shop-file.ts';
import type { Stack } from './start-stack.ts';
import type { Development } from './development.ts';

const HELP = `
npm start            build, then run the sandbox, the API and the shop
npm run dev          the same, restarting on every change
npm run dev:api      the same without the shop: the sandbox and the API

Variables, also from a file .env:
  SANDBOX_PORT (4242), API_PORT (3000), WEB_PORT (4200), CONSOLE_PORT (4300)
  STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET    real Stripe instead of the sandbox
  STRIPE_WEBHOOK_URL=listen                      its events come by npm run stripe:listen
  WEB_URL, CONSOLE_URL                           with real Stripe, where browsers find them: else on this machine
  DATABASE_URL                                   PostgreSQL instead of the embedded database
  SHOP_CONFIG (shop.json)                        the shop file: another one makes another shop
  DATA_DIR (.data)                               where everything is kept: orders, e-mails, logs
`;

const say = (line = '') => console.log(line);

/** `npm start`, `npm run dev` and `npm run dev:api`. Resolves when everything has stopped; the exit code is set. */
export async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dev: { type: 'boolean' },
      'without-shop': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return say(HELP);
  const interrupted = untilInterrupted();
  loadEnvFile();
  const stripe = realStripe();
  const dataDir = dataDirOr(USUAL_DATA_DIR);
  // Before a build. With real Stripe the API names these faults together with those of the environment.
  if (!stripe || values.dev) readShopFile(shopFileOfEnvironment());

  const withoutShop = values['without-shop'] ?? false;
  const ports = {
    sandbox: portOf('SANDBOX_PORT', 4242),
    api: portOf('API_PORT', 3000),
    web: portOf('WEB_PORT', 4200),
  };
  const consolePort = portOf('CONSOLE_PORT', 4300);
  await requireFreePorts({
    ...(!stripe && { SANDBOX_PORT: ports.sandbox }),
    API_PORT: ports.api,
    ...(!withoutShop && { WEB_PORT: ports.web, CONSOLE_PORT: consolePort }),
  });

  const servers = stripe ? ['api'] : ['api', 'stripe-sandbox'];
  const development = values.dev ? await prepare(servers) : undefined;
  if (!development) {
    const projects = withoutShop ? servers : [...servers, 'web', 'console'];
    say(`Building ${projects.join(', ')} …`);
    if (await buildUnlessInterrupted(projects, interrupted)) return;
  }
  let stack: Stack | undefined;
  let forgetEnvironment: (() => Promise<void>) | undefined;
  try {
    const starting = startStack({
      dataDir,
      ports,
      stripe,
      // A sandbox, and whoever pays there, are on this machine.
      ...(stripe && { urls: publicUrls() }),
      withoutShop,
      ...(!withoutShop && { consolePort }),
      onStart: (app) => say(`Starting ${app} …`),
      onLine: logTo(join(dataDir, 'logs'), say),
      ...development?.stackOptions,
    });
    const started = await Promise.race([starting, interrupted]);
    if (!started) {
      await (await starting).stop();
      return;
    }
    stack = started;
    if (stack.sandbox) {
      forgetEnvironment = await keepRunningEnvironment(dataDir, stack.environment);
    }
    announce(stack, dataDir);
    const crashed = await Promise.race([
      interrupted,
      ...stack.apps.map(async (app) => ({ name: app.name, ...(await app.exited) })),
    ]);
    if (crashed) {
      throw new StartError(
        `${crashed.name} ended (${crashed.signal ?? crashed.code}). Its log is ${join(dataDir, 'logs', `${crashed.name}.log`)}`,
      );
    }
    say('\nStopping …');
  } finally {
    await Promise.all([forgetEnvironment?.(), stack?.stop(), development?.stop()]);
  }
}

/** Vite is loaded for development alone. */
async function prepare(servers: string[]): Promise<Development> {
  say(`Building ${servers.join(', ')} …`);
  const { startDevelopment } = await import('./development.ts');
  return startDevelopment(servers);
}

function announce({ shopUrl, signInUrl, web, sandbox, api }: Stack, dataDir: string): void {
  say();
  if (web) say(`  Shop       ${shopUrl}`);
  if (signInUrl) say(`  Console    ${signInUrl} (once, within ten minutes)`);
  if (sandbox) {
    say('  Test card  4242 4242 4242 4242, any future date, any CVC');
    say(`  Sandbox    ${sandbox.url.replace('127.0.0.1', 'localhost')}/sandbox`);
  } else {
    say(`  Webhooks   ${api.url}/api/webhooks/stripe (npm run stripe:listen)`);
  }
  say(`  API        ${api.url}/api/docs`);
  if (!sandbox && !process.env['TRUST_PROXY']) {
    say(
      '  Proxies    TRUST_PROXY is not set: shoppers behind a proxy share one limit of checkouts',
    );
  }
  say(`  Data       ${dataDir}`);
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
