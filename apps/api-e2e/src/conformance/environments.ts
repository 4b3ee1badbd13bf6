import { ConformanceShop } from './conformance-shop';

/** Missing tables, and a job that is refused: an internal error, which no retry mends. */
const BROKEN = [
  ...[
    'orders',
    'stock',
    'webhook_events',
    'pictures',
    'withdrawals',
    'api_keys',
    'staff_sign_ins',
  ].map((table) => `alter table ${table} rename to ${table}_mislaid`),
  // Looking for an order reads no table: only its job can fail.
  `alter table pgboss.job add constraint broken check (name <> 'order.find')`,
];

/** Every read and write fails as it does while PostgreSQL starts or stops. */
const UNAVAILABLE = [
  `create function unavailable() returns trigger language plpgsql as
    $$ begin raise exception 'starting up' using errcode = '57P03'; end $$`,
  ...['rate_limits', 'webhook_events'].map(
    (table) =>
      `create trigger unavailable before insert on ${table} execute function unavailable()`,
  ),
  ...['orders', 'stock', 'pictures'].flatMap((table) => [
    `alter table ${table} rename to ${table}_away`,
    `create function ${table}_read() returns setof ${table}_away language plpgsql as
      $$ begin raise exception 'starting up' using errcode = '57P03'; end $$`,
    `create view ${table} as select * from ${table}_read()`,
  ]),
];

const NOBODY_LISTENS = 'http://127.0.0.1:9';

/** Orders can be changed, and are sent somewhere. */
export const CHANGEABLE = {
  cancellation: { minutes: 30 },
  checkout: { shipping: { countries: ['US'], rates: [{ name: 'Post', amountMinor: 0 }] } },
};

const makers = {
  /** All is well. */
  usual: () => ConformanceShop.open(),
  /** Stripe cannot be reached, already when the API starts. */
  stripeGone: () =>
    ConformanceShop.open({
      beforeStripe: () => Promise.resolve({ url: NOBODY_LISTENS, close: () => Promise.resolve() }),
    }),
  /** The API key may not read what is for sale. */
  stripeRefuses: async () => {
    const environment = await ConformanceShop.open();
    await environment.shop.sandbox.faults({ missingPermissions: ['rak_price_read'] });
    return environment;
  },
  /** Its shop file offers no withdrawal. Orders can be changed, and are sent somewhere. */
  withoutWithdrawals: () =>
    ConformanceShop.open({
      shop: { withdrawal: { offer: 'off' }, ...CHANGEABLE },
    }),
  databaseBroken: () => ConformanceShop.open({ prepare: BROKEN }),
  databaseUnavailable: () => ConformanceShop.open({ prepare: UNAVAILABLE }),
  /** The API got SIGTERM. It still answers for a second. */
  leaving: async () => {
    const environment = await ConformanceShop.open();
    if (environment.shop.api) process.kill(environment.shop.api.pid, 'SIGTERM');
    return environment;
  },
};

export type EnvironmentName = keyof typeof makers;

/** The environments in which scenarios run. Each is opened when it is first needed. */
export class Environments {
  readonly #open = new Map<EnvironmentName, Promise<ConformanceShop>>();

  get(environment: EnvironmentName): Promise<ConformanceShop> {
    const opening = this.#open.get(environment) ?? makers[environment]();
    this.#open.set(environment, opening);
    return opening;
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#open.values());
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
  }
}
