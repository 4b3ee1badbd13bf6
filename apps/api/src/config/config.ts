import { inspect } from 'node:util';
import { replacedVariables, ShopFileError } from '@shop/shop-file';
import type { ShopFile } from '@shop/shop-file';
import { readShopFile } from '@shop/shop-file/read-shop-file';
import { faultsOfLiveShop } from './live-shop';
import { environmentSchema } from './schema';
import type { Environment } from './schema';

/** Whose Stripe it is, and whether its money is real. */
export type StripeMode = 'sandbox' | 'test' | 'live';

/**
 * What the process is: a `command` runs no jobs and changes no tables, a `worker` always does, the `api` as WORKER says.
 * A `restore` changes the tables as a start does, and runs no jobs. The `setup` of a Stripe account makes the webhook
 * secret, so it needs none, and it opens no database.
 */
export type Role = 'api' | 'worker' | 'command' | 'restore' | 'setup';

/** The API's configuration, grouped by concern. Inject it; nothing else knows the environment. */
export class Config {
  /** The whole shop file. The groups below repeat of it what belongs to them. */
  readonly shopFile: ShopFile;
  readonly http: {
    port: number;
    host: string;
    trustProxy: number | string | undefined;
    /** TRUST_PROXY is set: it says what is in front of the API. */
    proxyIsKnown: boolean;
  };
  readonly shop: {
    url: string;
    currency: string;
    name: string;
    /** BCP 47: what products are written in at Stripe. */
    language: string;
    /** Hosts that pictures of products are fetched from. */
    pictureHosts: readonly string[];
  };
  /** The console for staff. `signInToken`: signs its owner in once after this start. */
  readonly console: { url: string; signInToken: string | undefined };
  readonly stripe: {
    secretKey: string;
    webhookSecrets: readonly string[];
    /** Where Stripe sends events; undefined when the Stripe CLI forwards them, which no endpoint at Stripe tells of. */
    webhookUrl: string | undefined;
    apiBase: string | undefined;
    accountsVersion: string | undefined;
    /** Between two requests that nobody waits for. */
    readIntervalMs: number;
    expiresMinutes: number;
    livemode: boolean;
    mode: StripeMode;
  };
  /** Instead of the id that the database keeps; see DeploymentModule. */
  readonly deploymentId: string | undefined;
  readonly adoption: { isOn: boolean };
  /** `migrates`: whether a start brings its tables up to date. */
  readonly database: { url: string | undefined; dataDir: string; migrates: boolean };
  readonly mail: {
    smtpUrl: string | undefined;
    from: string;
    /** Where answers go; undefined: to the sender. */
    replyTo: string | undefined;
    dir: string;
  };
  readonly merchant: { url: string; secrets: string[] } | undefined;
  readonly worker: { runsHere: boolean };
  readonly metrics: { token: string | undefined; workerPort: number | undefined };
  /** Where traces go; undefined when there are none. */
  readonly traces: { url: string; headers: Record<string, string>; service: string } | undefined;
  readonly log: { level: string };

  constructor(env: Environment, shopFile: ShopFile, role: Role) {
    this.shopFile = shopFile;
    this.http = {
      port: env.API_PORT,
      host: env.API_HOST,
      trustProxy: env.TRUST_PROXY,
      proxyIsKnown: env.TRUST_PROXY !== undefined,
    };
    this.shop = {
      url: env.WEB_URL,
      currency: shopFile.currency,
      name: shopFile.name,
      language: shopFile.languages.default,
      pictureHosts: env.PICTURE_HOSTS,
    };
    this.console = { url: env.CONSOLE_URL, signInToken: env.CONSOLE_SIGN_IN_TOKEN };
    this.stripe = {
      secretKey: env.STRIPE_SECRET_KEY,
      webhookSecrets: env.STRIPE_WEBHOOK_SECRET,
      webhookUrl: webhookUrlOf(env),
      apiBase: env.STRIPE_API_BASE,
      accountsVersion: env.STRIPE_ACCOUNTS_VERSION,
      readIntervalMs: 1000 / env.STRIPE_READS_A_SECOND,
      expiresMinutes: shopFile.checkout.expiresMinutes,
      livemode: modeOf(env) === 'live',
      mode: modeOf(env),
    };
    this.deploymentId = env.DEPLOYMENT_ID;
    this.adoption = { isOn: shopFile.orderAdoption === 'on' };
    this.database = {
      url: env.DATABASE_URL,
      dataDir: env.DATA_DIR,
      migrates: role !== 'command',
    };
    this.mail = {
      smtpUrl: env.SMTP_URL,
      from: shopFile.mail.from,
      replyTo: shopFile.mail.replyTo ?? shopFile.support.email,
      dir: `${env.DATA_DIR}/mail`,
    };
    const { FULFILLMENT_WEBHOOK_URL: url, FULFILLMENT_WEBHOOK_SECRET: secrets } = env;
    this.merchant = url && secrets ? { url, secrets } : undefined;
    this.worker = {
      runsHere: role === 'worker' || (role === 'api' && env.WORKER === 'inline'),
    };
    this.metrics = { token: env.METRICS_TOKEN, workerPort: env.WORKER_METRICS_PORT };
    this.traces = tracesOf(env);
    // A command's output is its answer.
    this.log = { level: role === 'api' || role === 'worker' ? env.LOG_LEVEL : 'silent' };
  }

  /** It holds secrets: whoever logs or serialises it gets its name. */
  toJSON(): string {
    return 'Config';
  }

  [inspect.custom](): string {
    return 'Config';
  }
}

function tracesOf(env: Environment): Config['traces'] {
  const base = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const url = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`);
  if (!url || env.OTEL_SDK_DISABLED) return undefined;
  return { url, headers: env.OTEL_EXPORTER_OTLP_HEADERS ?? {}, service: env.OTEL_SERVICE_NAME };
}

function webhookUrlOf({ STRIPE_WEBHOOK_URL: url, WEB_URL: shop }: Environment): string | undefined {
  return url === 'listen' ? undefined : (url ?? `${shop}/api/webhooks/stripe`);
}

function modeOf(env: Partial<Environment>): StripeMode {
  if (/^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY ?? '')) return 'live';
  return env.STRIPE_API_BASE ? 'sandbox' : 'test';
}

/** A variable, or the shop file, and what is wrong with it. */
type NamedFault = [name: string, fault: string];

/**
 * What is wrong with the environment and the shop file, all of it, in one message. Holds names and rules, and no value
 * but country codes.
 */
export class ConfigError extends Error {
  constructor(readonly faults: readonly NamedFault[]) {
    const list = faults.map(([name, fault]) => `${name}: ${fault}`);
    super(['The configuration is not usable:', ...list].join('\n  - '));
  }
}

/**
 * Parses the environment, and the shop file that it names. Throws one ConfigError that lists every fault.
 * @param env another environment than the process's own, in tests
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, role: Role = 'api'): Config {
  const values: Record<string, unknown> = {};
  const faults = new Map<string, string>();
  for (const [name, schema] of Object.entries(environmentSchema.shape)) {
    const parsed = schema.safeParse(env[name]);
    if (parsed.success) values[name] = parsed.data;
    else faults.set(name, parsed.error.issues[0]?.message ?? 'is not valid');
  }
  const usable = values as Partial<Environment>;
  for (const [name, fault] of [...faultsOfPairs(usable, role), ...faultsOfMode(usable, role)]) {
    if (!faults.has(name)) faults.set(name, fault);
  }
  if (role === 'setup' && faults.delete('STRIPE_WEBHOOK_SECRET'))
    values['STRIPE_WEBHOOK_SECRET'] = [];
  const shop = readShop(values['SHOP_CONFIG'] as string);
  const all = [
    ...faults,
    ...replacedVariables(env),
    ...shop.faults,
    ...(shop.file && modeOf(usable) === 'live' && role !== 'setup'
      ? faultsOfLiveShop(usable, shop.file)
      : []),
  ];
  if (all.length > 0 || !shop.file) throw new ConfigError(all);
  return new Config(values as Environment, shop.file, role);
}

/** The folder of the embedded database; undefined where it is another database, or the variables are not valid. */
export function embeddedFolder(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { DATABASE_URL, DATA_DIR } = environmentSchema.shape;
  const url = DATABASE_URL.safeParse(env['DATABASE_URL']);
  const folder = DATA_DIR.safeParse(env['DATA_DIR']);
  return url.success && url.data === undefined ? folder.data : undefined;
}

function readShop(path: string): { file?: ShopFile; faults: NamedFault[] } {
  try {
    return { file: readShopFile(path), faults: [] };
  } catch (error) {
    if (!(error instanceof ShopFileError)) throw error;
    return { faults: error.faults.map((fault) => [path, fault]) };
  }
}

/** A variable and what is wrong with it. */
type Fault = [name: keyof Environment, fault: string];

function faultsOfPairs(env: Partial<Environment>, role: Role): Fault[] {
  const faults: Fault[] = [];
  if (Boolean(env.FULFILLMENT_WEBHOOK_URL) !== Boolean(env.FULFILLMENT_WEBHOOK_SECRET)) {
    faults.push([
      'FULFILLMENT_WEBHOOK_SECRET',
      'goes with FULFILLMENT_WEBHOOK_URL, both or neither',
    ]);
  }
  if (env.WORKER_METRICS_PORT !== undefined && !env.METRICS_TOKEN) {
    faults.push(['METRICS_TOKEN', 'is required with WORKER_METRICS_PORT']);
  }
  if ((env.WORKER === 'none' || role === 'worker') && !env.DATABASE_URL) {
    faults.push(['DATABASE_URL', 'is required for workers in processes of their own']);
  }
  return faults;
}

/** Real money is not taken through the sandbox, over plain http or into the embedded database by accident. */
function faultsOfMode(env: Partial<Environment>, role: Role): Fault[] {
  const faults: Fault[] = [];
  const mode = modeOf(env);
  if (env.STRIPE_MODE && env.STRIPE_MODE !== mode) {
    faults.push(['STRIPE_MODE', `says ${env.STRIPE_MODE}, key and address are of ${mode}`]);
  }
  if (mode !== 'live') return faults;
  if (env.STRIPE_API_BASE)
    faults.push(['STRIPE_API_BASE', 'a live key is never sent to a sandbox']);
  if (env.ALLOW_INSECURE || role === 'setup') return faults;
  for (const name of ['WEB_URL', 'STRIPE_WEBHOOK_URL', 'FULFILLMENT_WEBHOOK_URL'] as const) {
    if (env[name]?.startsWith('http:')) faults.push([name, 'must be https with a live key']);
  }
  if (!env.DATABASE_URL) faults.push(['DATABASE_URL', 'is required with a live key']);
  return faults;
}
