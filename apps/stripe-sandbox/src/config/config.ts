import { z } from 'zod';

const NO_LIVE_KEY =
  'is a live key. The sandbox refuses to start beside one, so that a test can never reach real money.';

const notLive = z.string().refine((key) => !/^(sk|rk)_live_/.test(key), NO_LIVE_KEY);

const environmentSchema = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4242),
  SANDBOX_HOST: z.string().min(1).default('127.0.0.1'),
  SANDBOX_STATE_FILE: z.string().min(1).optional(),
  SANDBOX_SECRET_KEY: notLive
    .pipe(z.string().regex(/^(sk|rk)_test_\S+$/, 'starts with sk_test_ or rk_test_.'))
    .default('sk_test_sandbox'),
  STRIPE_SECRET_KEY: notLive.optional(),
  SANDBOX_WEBHOOK_URL: z.url().optional(),
  SANDBOX_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S{16,}$/, 'starts with whsec_, followed by at least 16 characters.')
    .optional(),
  SANDBOX_WEBHOOK_THIN: z.enum(['true', 'false', 'twins']).default('false'),
  SANDBOX_PUBLIC_URL: z.url().optional(),
  SANDBOX_ALLOWED_HOSTS: z
    .string()
    .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
    .default([]),
  SANDBOX_VALIDATE_SHAPES: z.enum(['true', 'false']).default('false'),
  SANDBOX_CUSTOMERS: z.enum(['customers_v1', 'accounts_v2']).default('customers_v1'),
});

export interface Config {
  port: number;
  host: string;
  stateFile: string | undefined;
  publicUrl: string | undefined;
  allowedHosts: string[];
  webhook: { url: string; secret: string; thinEvents: boolean | 'twins' } | undefined;
  customers: 'customers_v1' | 'accounts_v2';
  validateShapes: boolean;
}

/** Reads the environment once; throws one error that names every fault. An empty variable counts as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(set);
  const faults = (parsed.error?.issues ?? []).map(
    (issue) => `  ${issue.path.join('.')} ${issue.message}`,
  );
  // A separate check: zod runs checks across variables only when each variable is valid by itself.
  if ('SANDBOX_WEBHOOK_URL' in set !== 'SANDBOX_WEBHOOK_SECRET' in set) {
    faults.push('  SANDBOX_WEBHOOK_URL and SANDBOX_WEBHOOK_SECRET belong together.');
  }
  if (!parsed.success || faults.length > 0) {
    throw new Error(`The sandbox cannot start with this environment:\n${faults.join('\n')}`);
  }
  const { data } = parsed;
  return {
    port: data.SANDBOX_PORT,
    host: data.SANDBOX_HOST,
    stateFile: data.SANDBOX_STATE_FILE,
    publicUrl: data.SANDBOX_PUBLIC_URL?.replace(/\/+$/, ''),
    allowedHosts: data.SANDBOX_ALLOWED_HOSTS,
    webhook:
      data.SANDBOX_WEBHOOK_URL !== undefined && data.SANDBOX_WEBHOOK_SECRET !== undefined
        ? {
            url: data.SANDBOX_WEBHOOK_URL,
            secret: data.SANDBOX_WEBHOOK_SECRET,
            thinEvents:
              data.SANDBOX_WEBHOOK_THIN === 'twins'
                ? 'twins'
                : data.SANDBOX_WEBHOOK_THIN === 'true',
          }
        : undefined,
    customers: data.SANDBOX_CUSTOMERS,
    validateShapes: data.SANDBOX_VALIDATE_SHAPES === 'true',
  };
}
