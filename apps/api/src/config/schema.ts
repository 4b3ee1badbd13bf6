import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { USUAL_SHOP_FILE } from '@shop/shop-file/read-shop-file';
import { DEPLOYMENT_ID } from '../deployment/deployment-metadata';

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((raw) => blankIsUnset(raw) ?? value, schema).meta({ usual: value });

const port = z.coerce.number().int().min(0).max(65_535);
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => new URL(url).origin === url.replace(/\/$/, ''), {
    error: 'must be an origin: scheme, host and port, without a path',
  })
  .transform((url) => new URL(url).origin);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const httpUrl = z.url({ protocol: /^https?$/ });

/** As the specification has it: `name=value,name=value`, percent-encoded. */
const otlpHeaders = z
  .string()
  .regex(
    /^[\w-]+=([^\s,%]|%[2-7][0-9a-f])*(,[\w-]+=([^\s,%]|%[2-7][0-9a-f])*)*$/i,
    'must be name=value, by comma',
  )
  .transform((value) =>
    Object.fromEntries(
      value.split(',').map((header): [string, string] => {
        const [name = '', ...rest] = header.split('=');
        return [name, decodeURIComponent(rest.join('='))];
      }),
    ),
  );

const isProxy = (name: string) => {
  const [address = '', prefix, ...others] = name.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(name)) return true;
  if (isIP(address) === 0 || others.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 4 ? 32 : 128))
  );
};

/** How many proxies there are, as a number: Express takes the text "1" for an address. Or which they are, by comma. */
const trustedProxies = z.union(
  [
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
    z.string().refine((value) => value.split(',').every((name) => isProxy(name.trim()))),
  ],
  { error: 'must be how many proxies there are, or their addresses: never "true"' },
);

/** A name, never an address: a name is resolved, and its addresses are looked at. */
const isHostName = (name: string) =>
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(name) &&
  !/(^|\.)[0-9]+$/.test(name);

/**
 * Every variable the API reads, with its default; what makes a shop this shop is in the shop file. Parsed once at start by `loadConfig`; nothing else reads
 * process.env.
 */
export const environmentSchema = z.object({
  API_PORT: withDefault(port, '3000').describe('Port of the API; 0 takes a free one.'),
  API_HOST: withDefault(z.string(), '127.0.0.1').describe('Address the API listens on.'),
  WEB_URL: withDefault(origin, 'http://localhost:4200').describe(
    'Origin of the shop: where shoppers are sent back to, and the one origin browsers may call from.',
  ),
  CONSOLE_URL: withDefault(
    origin.refine(
      (url) =>
        url.startsWith('https:') || ['localhost', '127.0.0.1'].includes(new URL(url).hostname),
      { error: 'must be https, or on this machine' },
    ),
    'http://localhost:4300',
  ).describe(
    'Origin of the console for staff: the one that sessions of people are taken from, and where sign-in links lead.',
  ),
  CONSOLE_SIGN_IN_TOKEN: optional(
    z.string().regex(/^[\w-]{43}$/, 'must be 32 random bytes as base64url'),
  ).describe(
    'Signs somebody in once, as an operator named owner, within ten minutes of the start: npm start makes one. Not for production.',
  ),
  STRIPE_SECRET_KEY: withDefault(
    z.string().regex(/^(sk|rk)_(test|live)_\S+$/, 'must be a Stripe secret or restricted key'),
    'sk_test_sandbox',
  ).describe('Secret key of the Stripe account.'),
  STRIPE_WEBHOOK_SECRET: z
    .string({ error: 'is required: the signing secret of the webhook endpoint' })
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z
        .array(z.string().regex(/^whsec_\S{16,}$/, 'each secret must look like whsec_…'))
        .min(1, 'is required: the signing secret of the webhook endpoint'),
    )
    .describe('Signing secrets of the webhook endpoint; several, by comma, while one is rotated.'),
  STRIPE_WEBHOOK_URL: optional(
    z.union([
      z.literal('listen'),
      z.url({ protocol: /^https?$/, error: 'must be an http(s) URL, or the word listen' }),
    ]),
  ).describe(
    'Where Stripe sends its events: WEB_URL with /api/webhooks/stripe, unless it says otherwise; listen where the Stripe CLI forwards them.',
  ),
  STRIPE_API_BASE: optional(origin).describe(
    'Where Stripe is, when it is not Stripe: the origin of the sandbox.',
  ),
  STRIPE_MODE: optional(z.enum(['sandbox', 'test', 'live'])).describe(
    'What key and address must amount to: with live a test key or a sandbox is refused, and so on.',
  ),
  STRIPE_ACCOUNTS_VERSION: optional(
    z.string().regex(/^\d{4}-\d{2}-\d{2}\.[a-z]+$/, 'must be a Stripe API version'),
  ).describe('API version sent with Accounts v2 calls, where the account needs a preview version.'),
  STRIPE_READS_A_SECOND: withDefault(z.coerce.number().int().min(1).max(1000), '5').describe(
    'How often a second the sweep asks Stripe, which allows an account 25 requests a second: most of them are left to shoppers. Raise it where Stripe allows more.',
  ),
  DEPLOYMENT_ID: optional(
    z.string().regex(DEPLOYMENT_ID, 'must be 1 to 64 letters, digits, dots, dashes, underscores'),
  ).describe(
    'Names this deployment in the metadata at Stripe, instead of the id that the database keeps: set it where a copy of a database runs.',
  ),
  PICTURE_HOSTS: withDefault(
    z
      .string()
      .toLowerCase()
      .transform((value) => value.split(/[\s,]+/).filter(Boolean))
      .pipe(z.array(z.string().refine(isHostName, 'must be host names such as files.stripe.com'))),
    'files.stripe.com',
  ).describe(
    "Hosts, by comma, that products' pictures are fetched from, over https; shoppers get them from the shop.",
  ),
  SHOP_CONFIG: withDefault(z.string(), USUAL_SHOP_FILE).describe(
    'The shop file: its name, mails, checkout and whatever else makes it this shop; see docs/branding.md.',
  ),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })).describe(
    'PostgreSQL; without it the database runs inside the API, in DATA_DIR.',
  ),
  DATA_DIR: withDefault(
    z.string().transform((path) => resolve(path)),
    '.data',
  ).describe('Folder of the embedded database and of mail without SMTP.'),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })).describe(
    'Mail server; without it e-mails become .eml files in DATA_DIR/mail.',
  ),
  FULFILLMENT_WEBHOOK_URL: optional(z.url({ protocol: /^https?$/ })).describe(
    "The merchant's own system, told of each order in events signed by the Standard Webhooks scheme.",
  ),
  FULFILLMENT_WEBHOOK_SECRET: optional(
    z
      .string()
      .transform((value) => value.split(/[\s,]+/).filter(Boolean))
      .pipe(
        z
          .array(z.string().regex(/^whsec_[A-Za-z0-9+/=]{32,}$/, 'each must be whsec_ and base64'))
          .min(1)
          .max(2, 'at most two: the old one and the new one'),
      ),
  ).describe(
    'Signing secret shared with FULFILLMENT_WEBHOOK_URL: whsec_ and base64; two, by comma, while it is rotated: both sign.',
  ),
  WORKER: withDefault(z.enum(['inline', 'none']), 'inline').describe(
    'Whether jobs run in this API process, or only in separate ones (npm run worker).',
  ),
  TRUST_PROXY: optional(trustedProxies).describe(
    "Proxies in front of the API, as Express's trust proxy takes them.",
  ),
  ALLOW_INSECURE: withDefault(flag, 'false').describe(
    'Lets a live key run on http origins or the embedded database. Never in production.',
  ),
  METRICS_TOKEN: optional(
    z.string().regex(/^\S{16,}$/, 'must have 16 characters or more'),
  ).describe('Bearer token of GET /api/metrics; without it nothing is served there.'),
  WORKER_METRICS_PORT: optional(port).describe(
    'Port on which a worker process serves its own GET /api/metrics; needs METRICS_TOKEN.',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(httpUrl).describe(
    'OpenTelemetry collector that traces are sent to, under /v1/traces; without one there are none.',
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optional(httpUrl).describe(
    'The whole address that traces are sent to, where it is another.',
  ),
  OTEL_EXPORTER_OTLP_HEADERS: optional(otlpHeaders).describe(
    "Headers sent with traces, such as the collector's key: name=value, by comma.",
  ),
  OTEL_SERVICE_NAME: withDefault(z.string().min(1).max(100), 'order-confirmation').describe(
    'Name of the service in traces.',
  ),
  OTEL_SDK_DISABLED: withDefault(flag, 'false').describe(
    'Turns traces off, whatever the other variables say.',
  ),
  LOG_LEVEL: withDefault(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    'info',
  ).describe('Least level that is logged.'),
});

export type Environment = z.infer<typeof environmentSchema>;
