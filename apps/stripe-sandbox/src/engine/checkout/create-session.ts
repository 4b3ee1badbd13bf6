import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { newId, urlFragment } from '../ids';
import { mergeMetadata } from '../metadata';
import { checkCurrency } from '../prices';
import { checkExpiry, checkSessionParams } from './check-session-params';
import { customFieldsOf } from './custom-fields';
import { applyGivenDiscount } from './discounts';
import { scheduleExpiry } from './expire-session';
import { createLineItems } from './line-items';
import { methodTypesFor } from './method-types';
import { optionalItemsOf } from './optional-items';
import { priceSession } from './price-session';
import { invoiceCreationOf } from './session-invoice';
import type { SessionRecord } from './session-record';
import { startSetup } from './setup-session';
import { shippingOptionsOf } from './shipping';
import { taxCountryOf } from './tax-location';

type Params = Stripe.Checkout.SessionCreateParams;

/** Starts a Checkout Session; its `url` is the page where the shopper pays. */
export function createSession(
  engine: Engine,
  params: Params,
  recoveredFrom: string | null = null,
): Stripe.Checkout.Session {
  checkSessionParams(engine, params);
  const mode = params.mode ?? 'payment';
  const created = nowSeconds(engine.clock);
  const expiresAt = checkExpiry(params.expires_at, created);
  const lineItems = mode === 'setup' ? [] : createLineItems(engine, params, mode);
  const currency =
    lineItems[0]?.currency ??
    (params.currency === undefined ? null : checkCurrency(params.currency, 'currency'));
  const id = newId('cs_test');
  const object: Stripe.Checkout.Session = {
    id,
    object: 'checkout.session',
    adaptive_pricing:
      mode === 'setup'
        ? null
        : {
            enabled:
              params.adaptive_pricing?.enabled ?? engine.settings.presentmentCurrency !== 'shop',
          },
    after_expiration: params.after_expiration?.recovery
      ? {
          recovery: {
            allow_promotion_codes: params.after_expiration.recovery.allow_promotion_codes ?? false,
            enabled: params.after_expiration.recovery.enabled,
            expires_at: null,
            url: null,
          },
        }
      : null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: null,
    amount_total: null,
    automatic_tax:
      (params.automatic_tax?.enabled ?? engine.settings.automaticTax)
        ? { enabled: true, liability: { type: 'self' }, provider: 'stripe', status: null }
        : { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    ...(params.branding_settings?.display_name !== undefined && {
      branding_settings: {
        background_color: '#ffffff',
        border_style: 'rounded',
        button_color: '#0074d4',
        display_name: params.branding_settings.display_name,
        font_family: 'default',
        icon: null,
        logo: null,
      },
    }),
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: params.consent_collection
      ? {
          payment_method_reuse_agreement: null,
          promotions: null,
          terms_of_service: params.consent_collection.terms_of_service ?? null,
        }
      : null,
    created,
    currency,
    currency_conversion: null,
    custom_fields: customFieldsOf(params.custom_fields),
    custom_text: {
      after_submit: params.custom_text?.after_submit || null,
      shipping_address: params.custom_text?.shipping_address || null,
      submit: params.custom_text?.submit || null,
      terms_of_service_acceptance: params.custom_text?.terms_of_service_acceptance || null,
    },
    customer: params.customer ?? null,
    customer_account: params.customer_account ?? null,
    customer_creation: customerCreation(params, mode),
    customer_details: knownDetails(engine, params),
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: expiresAt,
    integration_identifier: params.integration_identifier ?? null,
    invoice: null,
    invoice_creation: invoiceCreationOf(params.invoice_creation, mode),
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    mode,
    ...(params.optional_items && {
      optional_items: optionalItemsOf(engine, params, lineItems, mode, currency),
    }),
    origin_context: params.origin_context ?? null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection:
      mode === 'payment' ? 'if_required' : (params.payment_method_collection ?? 'always'),
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        request_three_d_secure:
          params.payment_method_options?.card?.request_three_d_secure ?? 'automatic',
      },
    },
    payment_method_types: methodTypesFor(params, currency ?? 'usd', engine.settings),
    payment_status: 'no_payment_required',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: recoveredFrom,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: params.shipping_address_collection ?? null,
    shipping_cost: null,
    shipping_options: shippingOptionsOf(engine, params.shipping_options, currency ?? 'usd'),
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    ...(params.tax_id_collection && {
      tax_id_collection: {
        enabled: params.tax_id_collection.enabled,
        required: params.tax_id_collection.required ?? 'never',
      },
    }),
    total_details: null,
    ui_mode: 'hosted_page',
    url: `${engine.world.publicUrl}/c/pay/${id}${urlFragment()}`,
    wallet_options: null,
  };
  const record: SessionRecord = {
    object,
    params,
    lineItems,
    discount: null,
    breakdown: { discounts: [], taxes: [] },
    lineBreakdowns: [],
    shippingTaxes: [],
    intentId: null,
    country: taxCountryOf(engine, params),
    authenticating: null,
  };
  if (mode === 'setup') startSetup(engine, record);
  else {
    applyGivenDiscount(engine, record, params.discounts);
    priceSession(engine, record);
  }
  engine.store.sessions.put(id, record);
  scheduleExpiry(engine, id, expiresAt);
  return object;
}

function customerCreation(
  params: Params,
  mode: string,
): Stripe.Checkout.Session.CustomerCreation | null {
  if (params.customer !== undefined || params.customer_account !== undefined) return null;
  if (mode === 'subscription') return 'always';
  return params.customer_creation ?? (mode === 'payment' ? 'if_required' : null);
}

/** The `customer_details` before the shopper has typed anything. */
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
