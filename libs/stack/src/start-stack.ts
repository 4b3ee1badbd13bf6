import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type Stripe from 'stripe';
import { startApi, startConsole, startSandbox, startWeb } from './apps.ts';
import { freePort } from './free-port.ts';
import { repositoryRoot } from './repository-root.ts';
import { seedCatalogue } from './seed-catalogue.ts';
import type { PublicUrls } from './settings.ts';
import type { RunningApp } from './start-app.ts';
import { shopFileOfEnvironment, writeShopFile } from './write-shop-file.ts';
import type { ShopChanges } from './write-shop-file.ts';
import { createStripeClient, SANDBOX_KEY } from './stripe-client.ts';

export interface StackOptions {
  /** Folder of everything that is kept: the embedded database, mail, the sandbox's state. */
  dataDir: string;
  /** Ports; what is left out gets a free one. */
  ports?: { sandbox?: number; api?: number; web?: number };
  /** Real Stripe instead of the sandbox. */
  stripe?: { secretKey: string; webhookSecret: string } | undefined;
  /** Where browsers find shop and console, where something stands in front of them; else on this machine. */
  urls?: PublicUrls | undefined;
  /** What is otherwise than in the demo's shop file; without it SHOP_CONFIG says which shop it is, or else it is the demo. */
  shop?: ShopChanges | ((stripe: Stripe) => Promise<ShopChanges>) | undefined;
  /** Another shop file, from the root of the repository. */
  shopFile?: string | undefined;
  /** Further variables of the apps. */
  env?: {
    sandbox?: Record<string, string>;
    api?: Record<string, string>;
    web?: Record<string, string>;
  };
  /** Called before each app starts. */
  onStart?: (app: string) => void;
  onLine?: (app: string, line: string) => void;
  /** How the shop is served: the built one by default. */
  startShop?: (
    env: Record<string, string>,
    options: { onLine: (line: string) => void },
  ) => Promise<RunningApp>;
  watch?: boolean;
  /** The console too, on this port, or on a free one where it is 0. */
  consolePort?: number;
  /** How the console is served: the built one by default. */
  serveConsole?: (
    env: Record<string, string>,
    options: { onLine: (line: string) => void },
  ) => Promise<RunningApp>;
  /** Sandbox and API alone. */
  withoutShop?: boolean;
}

export interface Stack {
  /** Where a browser opens the shop, and where shoppers are sent back to. */
  shopUrl: string;
  api: RunningApp;
  web: RunningApp | undefined;
  sandbox: RunningApp | undefined;
  /** Signs somebody in to the console once, within ten minutes; undefined where it is not served. */
  signInUrl: string | undefined;
  /** A client of the sandbox or of real Stripe. */
  stripe: Stripe;
  webhookSecret: string;
  /** What the API was given, for commands about the same sandbox and database. */
  environment: Record<string, string>;
  apps: RunningApp[];
  stop: () => Promise<void>;
}

/**
 * Starts sandbox, API and shop, each when the one before it is healthy, with a seeded catalogue.
 * @throws StartError when one of them does not start; those that did are stopped
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, env = {}, onStart, onLine, watch } = options;
  const ports = {
    sandbox: options.ports?.sandbox ?? (await freePort()),
    api: options.ports?.api ?? (await freePort()),
    web: options.ports?.web ?? (await freePort()),
  };
  const consolePort = options.consolePort === 0 ? await freePort() : options.consolePort;
  const consoleUrl = options.urls?.console ?? `http://localhost:${consolePort}`;
  const signInToken = randomBytes(32).toString('base64url');
  const shopUrl = options.urls?.shop ?? `http://localhost:${ports.web}`;
  const apiUrl = `http://127.0.0.1:${ports.api}`;
  const webhookUrl = `${apiUrl}/api/webhooks/stripe`;
  const webhookSecret = options.stripe?.webhookSecret ?? `whsec_${randomBytes(24).toString('hex')}`;
  const apps: RunningApp[] = [];
  const stop = async () => {
    // The sandbox last: checkouts that are under way wait for its answers.
    const isSandbox = ({ name }: RunningApp) => name === 'sandbox';
    await Promise.all(apps.filter((app) => !isSandbox(app)).map((app) => app.stop()));
    await apps.find(isSandbox)?.stop();
  };
  const add = async (name: string, starting: () => Promise<RunningApp>) => {
    onStart?.(name);
    const app = await starting();
    apps.push(app);
    return app;
  };
  const baseFile =
    options.shopFile === undefined
      ? shopFileOfEnvironment()
      : resolve(repositoryRoot, options.shopFile);
  const lines = (name: string) => (line: string) => onLine?.(name, line);

  try {
    const sandbox = options.stripe
      ? undefined
      : await add('sandbox', () =>
          startSandbox(
            {
              SANDBOX_PORT: String(ports.sandbox),
              SANDBOX_PUBLIC_URL: `http://localhost:${ports.sandbox}`,
              SANDBOX_SECRET_KEY: SANDBOX_KEY,
              SANDBOX_STATE_FILE: `${dataDir}/sandbox.json`,
              SANDBOX_WEBHOOK_URL: webhookUrl,
              SANDBOX_WEBHOOK_SECRET: webhookSecret,
              ...env.sandbox,
            },
            { onLine: lines('sandbox'), watch },
          ),
        );
    const stripe = createStripeClient(options.stripe?.secretKey ?? SANDBOX_KEY, sandbox?.url);
    if (sandbox) await seedCatalogue(stripe, shopUrl, baseFile);
    const { shop } = options;
    const changes = typeof shop === 'function' ? await shop(stripe) : shop;
    const shopFile = changes ? await writeShopFile(dataDir, changes) : baseFile;
    const databaseUrl = env.api?.['DATABASE_URL'] ?? process.env['DATABASE_URL'];
    const environment = {
      API_PORT: String(ports.api),
      WEB_URL: shopUrl,
      ...(consolePort !== undefined && { CONSOLE_URL: consoleUrl }),
      SHOP_CONFIG: shopFile,
      DATA_DIR: dataDir,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      STRIPE_SECRET_KEY: options.stripe?.secretKey ?? SANDBOX_KEY,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      ...(sandbox && { STRIPE_API_BASE: sandbox.url, STRIPE_WEBHOOK_URL: webhookUrl }),
    };
    const api = await add('api', () =>
      startApi(
        {
          STRIPE_API_BASE: undefined,
          ...environment,
          ...(consolePort !== undefined && { CONSOLE_SIGN_IN_TOKEN: signInToken }),
          ...env.api,
        },
        { onLine: lines('api'), watch },
      ),
    );
    const webEnv = {
      WEB_PORT: String(ports.web),
      API_URL: apiUrl,
      SHOP_CONFIG: shopFile,
      ...(sandbox && { CHECKOUT_ORIGINS: `http://localhost:${ports.sandbox}` }),
      ...env.web,
    };
    const { startShop = startWeb, serveConsole = startConsole } = options;
    const web = options.withoutShop
      ? undefined
      : await add('web', () => startShop(webEnv, { onLine: lines('web') }));
    if (consolePort !== undefined)
      await add('console', () =>
        serveConsole(
          // By the one the built server knows its port, by the other Vite's.
          { ...webEnv, WEB_PORT: String(consolePort), CONSOLE_PORT: String(consolePort) },
          { onLine: lines('console') },
        ),
      );
    const signInUrl =
      consolePort === undefined ? undefined : `${consoleUrl}/sign-in#t=${signInToken}`;
    return {
      shopUrl,
      signInUrl,
      api,
      web,
      sandbox,
      stripe,
      webhookSecret,
      environment,
      apps,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
