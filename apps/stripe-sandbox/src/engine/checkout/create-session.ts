import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import { checkEmail, getCustomer } from '../customers';
import type { Engine } from '../engine';
import { newId } from '../ids';
import { mergeMetadata } from '../metadata';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';
import { checkTotal } from './amount-limits';
import { scheduleExpiry } from './expire-session';
import { createLineItems } from './line-items';
import { methodTypesFor } from './method-types';

type Params = Stripe.Checkout.SessionCreateParams;

const HALF_AN_HOUR_S = 30 * 60;
const A_DAY_S = 24 * 3600;

/** Starts a Checkout Session; its `url` is the page where the shopper pays. */
export function createSession(engine: Engine, params: Params): Stripe.Checkout.Session {
  const mode = params.mode ?? 'payment';
  checkUrls(params);
  checkCustomer(engine, params, mode);
  const lineItems = createLineItems(engine, params.line_items, mode);
  const created = nowSeconds(engine.clock);
  const expiresAt = checkExpiry(params.expires_at, created);
  const currency = lineItems[0]?.currency ?? 'usd';
  const total = lineItems.reduce((sum, line) => sum + line.amount_total, 0);
  checkTotal(total, currency);

  const id = newId('cs_test');
  const object: Stripe.Checkout.Session = {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? false },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: lineItems.reduce((sum, line) => sum + line.amount_subtotal, 0),
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: params.customer ?? null,
    customer_account: params.customer_account ?? null,
    customer_creation:
      mode === 'payment' && !params.customer && !params.customer_account
        ? (params.customer_creation ?? 'if_required')
        : null,
    customer_details: knownDetails(engine, params),
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: expiresAt,
    integration_identifier: params.integration_identifier ?? null,
    invoice: null,
    invoice_creation: {
      enabled: false,
      invoice_data: {
        account_tax_ids: null,
        custom_fields: null,
        description: null,
        footer: null,
        issuer: null,
        metadata: {},
        rendering_options: null,
      },
    },
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    mode,
    origin_context: params.origin_context ?? null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: methodTypesFor(params, currency),
    payment_status: total === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${engine.world.publicUrl}/c/pay/${id}`,
    wallet_options: null,
  };
  engine.store.sessions.put(id, {
    object,
    lineItems,
    intentData: params.payment_intent_data ?? {},
    authenticating: null,
  });
  scheduleExpiry(engine, id, expiresAt);
  return object;
}

function checkUrls(params: Params): void {
  if (params.success_url === undefined) throw missingParam('success_url');
  for (const name of ['success_url', 'cancel_url'] as const) {
    const url = params[name];
    if (url !== undefined && !isHttpUrl(url)) {
      throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name });
    }
    if (url !== undefined && url.length > 5000) {
      throw invalidRequest('The URL must be at most 5000 characters.', { param: name });
    }
  }
}

function isHttpUrl(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function checkCustomer(engine: Engine, params: Params, mode: string): void {
  const given = (['customer', 'customer_account', 'customer_email'] as const).filter(
    (name) => params[name] !== undefined,
  );
  if (given.length > 1 && params.customer_email !== undefined) {
    throw invalidRequest(`You may only specify one of these parameters: ${given.join(', ')}.`, {
      param: given[0] ?? 'customer',
    });
  }
  if (params.customer !== undefined) getCustomer(engine, params.customer, 'customer', 400);
  if (
    params.customer_account !== undefined &&
    !engine.store.accounts.get(params.customer_account)
  ) {
    throw resourceMissing('account', params.customer_account, 'customer_account');
  }
  if (params.customer_email !== undefined) checkEmail(params.customer_email, 'customer_email');
  if (params.customer_creation !== undefined && mode !== 'payment') {
    throw invalidRequest('You can only use `customer_creation` in `payment` mode.', {
      param: 'customer_creation',
    });
  }
  if (params.customer_creation !== undefined && (params.customer || params.customer_account)) {
    throw invalidRequest(
      'You may only specify one of these parameters: customer, customer_creation.',
      { param: 'customer_creation' },
    );
  }
  if (params.client_reference_id !== undefined && params.client_reference_id.length > 200) {
    throw invalidRequest(
      `Invalid string: ${params.client_reference_id.slice(0, 20)}...; must be at most 200 characters`,
      { param: 'client_reference_id' },
    );
  }
}

function checkExpiry(expiresAt: number | undefined, created: number): number {
  if (expiresAt === undefined) return created + A_DAY_S;
  if (expiresAt < created + HALF_AN_HOUR_S) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      { param: 'expires_at' },
    );
  }
  if (expiresAt > created + A_DAY_S) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      { param: 'expires_at' },
    );
  }
  return expiresAt;
}

/** What is known of the customer before the shopper has typed anything. */
function knownDetails(
  engine: Engine,
  params: Params,
): Stripe.Checkout.Session.CustomerDetails | null {
  const email =
    params.customer_email ??
    (params.customer && getCustomer(engine, params.customer).email) ??
    (params.customer_account && engine.store.accounts.get(params.customer_account)?.contact_email);
  if (!email) return null;
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}
