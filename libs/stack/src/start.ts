import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from './repository-root.ts';
import { requireFreePorts } from './require-free-ports.ts';
import { StartError } from './start-app.ts';
import { startStack } from './start-stack.ts';
import type { Stack } from './start-stack.ts';
import type { Development } from './development.ts';

const HELP = `
npm start            build, then run the sandbox, the API and the shop
npm run dev          the same, restarting on every change
npm run dev:api      the same without the shop: the sandbox and the API

Variables, also from a file .env:
  SANDBOX_PORT (4242), API_PORT (3000), WEB_PORT (4200)
  STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET    real Stripe instead of the sandbox
  DATABASE_URL                                   PostgreSQL instead of the embedded database
  DATA_DIR (.data)                               where everything is kept
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
  if (existsSync(join(repositoryRoot, '.env'))) process.loadEnvFile(join(repositoryRoot, '.env'));
  const stripe = realStripe();
  const dataDir = resolve(repositoryRoot, process.env['DATA_DIR'] || '.data');

  const withoutShop = values['without-shop'] ?? false;
  const ports = {
    sandbox: portOf('SANDBOX_PORT', 4242),
    api: portOf('API_PORT', 3000),
    web: portOf('WEB_PORT', 4200),
  };
  await requireFreePorts({
    ...(!stripe && { SANDBOX_PORT: ports.sandbox }),
    API_PORT: ports.api,
    ...(!withoutShop && { WEB_PORT: ports.web }),
  });

  const servers = stripe ? ['api'] : ['api', 'stripe-sandbox'];
  const development = values.dev ? await prepare(servers) : undefined;
  if (!development) build(withoutShop ? servers : [...servers, 'web']);
  let stack: Stack | undefined;
  const interrupted = new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  try {
    const starting = startStack({
      dataDir,
      ports,
      stripe,
      withoutShop,
      onStart: (app) => say(`Starting ${app} …`),
      onLine: logTo(join(dataDir, 'logs')),
      ...development?.stackOptions,
    });
    const started = await Promise.race([starting, interrupted]);
    if (!started) {
      await (await starting).stop();
      return;
    }
    stack = started;
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
    await Promise.all([stack?.stop(), development?.stop()]);
  }
}

/** Vite is loaded for development alone. */
async function prepare(servers: string[]): Promise<Development> {
  say(`Building ${servers.join(', ')} …`);
  const { startDevelopment } = await import('./development.ts');
  return startDevelopment(servers);
}

function realStripe(): { secretKey: string; webhookSecret: string } | undefined {
  const secretKey = process.env['STRIPE_SECRET_KEY'];
  const webhookSecret = process.env['STRIPE_WEBHOOK_SECRET'];
  if (!secretKey && !webhookSecret) return undefined;
  if (secretKey && webhookSecret) return { secretKey, webhookSecret };
  throw new StartError(
    `For real Stripe set both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET; ${secretKey ? 'STRIPE_WEBHOOK_SECRET' : 'STRIPE_SECRET_KEY'} is missing. For the sandbox set neither.`,
  );
}

function portOf(name: string, usual: number): number {
  const value = process.env[name];
  if (!value) return usual;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`${name} must be a port from 1 to 65535.`);
}

function build(projects: string[]): void {
  say(`Building ${projects.join(', ')} …`);
  const nx = join(repositoryRoot, 'node_modules/nx/dist/bin/nx.js');
  const built = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'build', '-p', ...projects, '--output-style=static'],
    { cwd: repositoryRoot, encoding: 'utf8', env: { ...process.env, NX_TUI: 'false' } },
  );
  if (built.status !== 0) throw new StartError(`The build failed.\n${built.stdout}${built.stderr}`);
}

/** Everything the apps say goes to a file each; what they complain about is shown too. */
function logTo(folder: string): (app: string, line: string) => void {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, ReturnType<typeof createWriteStream>>();
  return (app, line) => {
    const file = files.get(app) ?? createWriteStream(join(folder, `${app}.log`), { flags: 'a' });
    files.set(app, file);
    file.write(`${line}\n`);
    const complaint = complaintIn(line);
    if (complaint) say(`${app}: ${complaint}`);
  };
}

const WARN = 40;

function complaintIn(line: string): string | undefined {
  if (!line.startsWith('{')) return line;
  try {
    const { level, msg } = JSON.parse(line) as { level?: number; msg?: string };
    return level !== undefined && level >= WARN ? msg : undefined;
  } catch {
    return line;
  }
}

function announce({ shopUrl, web, sandbox, api }: Stack, dataDir: string): void {
  say();
  if (web) say(`  Shop       ${shopUrl}`);
  if (sandbox) {
    say('  Test card  4242 4242 4242 4242, any future date, any CVC');
    say(`  Sandbox    ${sandbox.url.replace('127.0.0.1', 'localhost')}/sandbox`);
  } else {
    say(`  Webhooks   ${api.url}/api/webhooks/stripe (stripe listen --forward-to …)`);
  }
  say(`  API        ${api.url}/api/docs`);
  say(`  Data       ${dataDir}`);
  say();
  say('Ctrl-C stops everything.');
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
});
