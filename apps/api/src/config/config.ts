import type { z } from 'zod';
import { environmentSchema } from './schema';

type Environment = z.infer<typeof environmentSchema>;

/** What the process is: a `command` runs no jobs, a `worker` always does, the `api` as WORKER says. */
export type Role = 'api' | 'worker' | 'command';

/** The API's configuration, grouped by concern. Inject it; nothing else knows the environment. */
export class Config {
  readonly http: { port: number; host: string; trustProxy: number | string | undefined };
  readonly shop: { url: string; currency: string; name: string };
  readonly stripe: {
    secretKey: string;
    webhookSecrets: readonly string[];
    apiBase: string | undefined;
    accountsVersion: string | undefined;
    customerCreation: 'always' | 'if_required';
    promotionCodes: boolean;
    /** ISO 3166-1 alpha-2; undefined: no shipping address is asked for. */
    shippingCountries: string[] | undefined;
    expiresMinutes: number;
    livemode: boolean;
  };
  readonly database: { url: string | undefined; dataDir: string };
  readonly mail: { smtpUrl: string | undefined; from: string; dir: string };
  readonly merchant: { url: string; secret: string } | undefined;
  readonly worker: { runsHere: boolean };
  readonly log: { level: string };

  constructor(env: Environment, role: Role) {
    this.http = { port: env.API_PORT, host: env.API_HOST, trustProxy: env.TRUST_PROXY };
    this.shop = { url: env.WEB_URL, currency: env.SHOP_CURRENCY, name: env.SHOP_NAME };
    this.stripe = {
      secretKey: env.STRIPE_SECRET_KEY,
      webhookSecrets: env.STRIPE_WEBHOOK_SECRET,
      apiBase: env.STRIPE_API_BASE,
      accountsVersion: env.STRIPE_ACCOUNTS_VERSION,
      customerCreation: env.CHECKOUT_CUSTOMER_CREATION,
      promotionCodes: env.CHECKOUT_PROMOTION_CODES,
      shippingCountries: env.CHECKOUT_SHIPPING_COUNTRIES,
      expiresMinutes: env.CHECKOUT_EXPIRES_MINUTES,
      livemode: /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY),
    };
    this.database = { url: env.DATABASE_URL, dataDir: env.DATA_DIR };
    this.mail = { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, dir: `${env.DATA_DIR}/mail` };
    const { FULFILLMENT_WEBHOOK_URL: url, FULFILLMENT_WEBHOOK_SECRET: secret } = env;
    this.merchant = url && secret ? { url, secret } : undefined;
    this.worker = {
      runsHere: role === 'worker' || (role === 'api' && env.WORKER === 'inline'),
    };
    // A command's output is its answer.
    this.log = { level: role === 'command' ? 'silent' : env.LOG_LEVEL };
  }
}

/** What is wrong with the environment, all of it, in one message. Holds names and rules, never values. */
export class ConfigError extends Error {}

/**
 * Parses the environment. Throws one ConfigError that lists every fault.
 * @param env another environment than the process's own, in tests
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, role: Role = 'api'): Config {
  const parsed = environmentSchema.safeParse(env);
  const faults = parsed.success
    ? [...faultsOfPairs(parsed.data, role), ...faultsOfLiveMode(parsed.data)]
    : parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? ''}: ${issue.message}`);
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(['The environment is not usable:', ...new Set(faults)].join('\n  - '));
  }
  return new Config(parsed.data, role);
}

function faultsOfPairs(env: Environment, role: Role): string[] {
  const faults: string[] = [];
  if (Boolean(env.FULFILLMENT_WEBHOOK_URL) !== Boolean(env.FULFILLMENT_WEBHOOK_SECRET)) {
    faults.push('FULFILLMENT_WEBHOOK_SECRET: goes with FULFILLMENT_WEBHOOK_URL, both or neither');
  }
  if ((env.WORKER === 'none' || role === 'worker') && !env.DATABASE_URL) {
    faults.push('DATABASE_URL: is required for workers in processes of their own');
  }
  return faults;
}

/** Real money is not taken through the sandbox, over plain http or into the embedded database by accident. */
function faultsOfLiveMode(env: Environment): string[] {
  if (!/^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY)) return [];
  const faults: string[] = [];
  if (env.STRIPE_API_BASE) faults.push('STRIPE_API_BASE: a live key is never sent to a sandbox');
  if (env.ALLOW_INSECURE) return faults;
  if (!env.WEB_URL.startsWith('https:')) faults.push('WEB_URL: must be https with a live key');
  if (!env.DATABASE_URL) faults.push('DATABASE_URL: is required with a live key');
  return faults;
}
