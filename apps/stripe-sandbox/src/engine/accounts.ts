import type Stripe from 'stripe';
import type { Engine } from './engine.types';
import { emitThin } from './events';
import { newId } from './ids';
import { mergeMetadata } from './metadata';
import { notFound } from './stripe-error';

type Account = Stripe.V2.Core.Account;
type Include = Stripe.V2.Core.AccountRetrieveParams.Include;

/** Makes an account; an account with `configuration.customer` is a customer (Accounts v2). */
export function createAccount(engine: Engine, params: Stripe.V2.Core.AccountCreateParams): Account {
  const account: Account = {
    id: newId('acct'),
    object: 'v2.core.account',
    applied_configurations: params.configuration?.customer ? ['customer'] : [],
    closed: false,
    configuration: params.configuration?.customer
      ? { customer: { ...(params.configuration.customer as object), applied: true } }
      : {},
    created: new Date(engine.clock.nowMs()).toISOString(),
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    ...(params.contact_email && { contact_email: params.contact_email }),
    ...(params.contact_phone && { contact_phone: params.contact_phone }),
    ...(params.display_name && { display_name: params.display_name }),
    ...(params.identity && { identity: identityOf(params.identity) }),
  };
  engine.store.accounts.put(account.id, account);
  tell(engine, 'created', account);
  return account;
}

function tell(engine: Engine, what: 'created' | 'updated' | 'closed', account: Account): void {
  emitThin(engine, `v2.core.account.${what}`, {
    id: account.id,
    type: 'v2.core.account',
    url: `/v2/core/accounts/${account.id}`,
  });
}

export function getAccount(engine: Engine, id: string): Account {
  const account = engine.store.accounts.get(id);
  if (!account) throw notFound('account', id);
  return account;
}

export function updateAccount(
  engine: Engine,
  id: string,
  params: Stripe.V2.Core.AccountUpdateParams,
): Account {
  const account = getAccount(engine, id);
  if (params.contact_email !== undefined) account.contact_email = params.contact_email;
  if (params.contact_phone !== undefined) account.contact_phone = params.contact_phone;
  if (params.display_name !== undefined) account.display_name = params.display_name;
  account.metadata = mergeMetadata(account.metadata ?? {}, params.metadata);
  engine.store.accounts.put(id, account);
  tell(engine, 'updated', account);
  return account;
}

export function closeAccount(engine: Engine, id: string): Account {
  const account = getAccount(engine, id);
  account.closed = true;
  engine.store.accounts.put(id, account);
  tell(engine, 'closed', account);
  return account;
}

/** The parts of an account that are null unless `include` names them. */
const ON_DEMAND = ['configuration', 'defaults', 'future_requirements', 'identity', 'requirements'];

/** The account as v2 returns it: empty fields, and parts that `include` does not name, are null. */
export function accountView(account: Account, include: Include[] = []): object {
  const asked = new Set(include.map((name) => name.split('.')[0] ?? name));
  const shown: Record<string, unknown> = {
    contact_email: null,
    contact_phone: null,
    dashboard: null,
    display_name: null,
    ...account,
  };
  for (const name of ON_DEMAND) {
    shown[name] = asked.has(name) ? (shown[name] ?? null) : null;
  }
  return shown;
}

/** What `/v1/customers/acct_…` answers for an account that is a customer. */
export function accountAsCustomer(account: Account): Stripe.Customer {
  return {
    id: account.id,
    object: 'customer',
    address: null,
    balance: 0,
    created: Math.floor(Date.parse(account.created) / 1000),
    currency: null,
    customer_account: account.id,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: account.contact_email ?? null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: account.metadata ?? {},
    name: account.display_name ?? null,
    phone: account.contact_phone ?? null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}

function identityOf(
  given: Stripe.V2.Core.AccountCreateParams.Identity,
): Stripe.V2.Core.Account.Identity {
  return {
    ...(given.country && { country: given.country }),
    ...(given.entity_type && { entity_type: given.entity_type }),
  };
}
