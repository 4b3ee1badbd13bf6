import type Stripe from 'stripe';
import { checkEmail, getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { invalidRequest, missingParam, resourceMissing } from '../stripe-error';
import { taxCountryOf } from './tax-location';

type Params = Stripe.Checkout.SessionCreateParams;

const HALF_AN_HOUR_S = 30 * 60;
const A_DAY_S = 24 * 3600;

/** Throws Stripe's error for the first rule across parameters that is broken. */
export function checkSessionParams(engine: Engine, params: Params): void {
  const mode = params.mode ?? 'payment';
  if (params.ui_mode !== undefined && params.ui_mode !== 'hosted_page') {
    throw invalidRequest('This sandbox serves `hosted_page` only.', {
      code: 'sandbox_unsupported',
      param: 'ui_mode',
    });
  }
  checkUrls(params);
  checkTexts(params);
  checkCustomer(engine, params);
  checkAccount(engine, params);
  onlyIn(['payment'], mode, params, [
    'payment_intent_data',
    'shipping_options',
    'invoice_creation',
  ]);
  onlyIn(['subscription'], mode, params, ['subscription_data', 'payment_method_collection']);
  onlyIn(['setup'], mode, params, ['setup_intent_data']);
  onlyIn(['payment', 'setup'], mode, params, ['customer_creation']);
  onlyIn(['payment', 'subscription'], mode, params, [
    'line_items',
    'discounts',
    'optional_items',
    'submit_type',
    'tax_id_collection',
  ]);
  if (params.discounts && params.allow_promotion_codes !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
      { param: 'allow_promotion_codes' },
    );
  }
  if (params.client_reference_id !== undefined && params.client_reference_id.length > 200) {
    throw invalidRequest(
      `Invalid string: ${params.client_reference_id.slice(0, 10)}...${params.client_reference_id.slice(-5)}; must be at most 200 characters`,
      { param: 'client_reference_id' },
    );
  }
}

/** What the account must have in the Dashboard. The messages are those that are reported from Stripe. */
function checkAccount({ settings }: Engine, params: Params): void {
  if (params.automatic_tax?.enabled && !settings.taxIsActive) {
    throw invalidRequest(
      'You must have a valid head office address to enable automatic tax calculation in test mode. Visit https://dashboard.stripe.com/test/settings/tax to update it.',
      { code: 'stripe_tax_inactive', param: 'automatic_tax[enabled]' },
    );
  }
  if (params.consent_collection?.terms_of_service === 'required' && !settings.hasTermsUrl) {
    throw invalidRequest(
      'You cannot collect consent to your terms of service unless a URL is set in the Stripe Dashboard. Update your public business details in the Dashboard https://dashboard.stripe.com/settings/public with a Terms of service URL to collect terms of service consent.',
      { param: 'consent_collection[terms_of_service]' },
    );
  }
}

/** The session's `expires_at`: half an hour to a day from now. */
export function checkExpiry(expiresAt: number | undefined, created: number): number {
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

function onlyIn(modes: string[], mode: string, params: Params, names: (keyof Params)[]): void {
  const misplaced = names.find((name) => params[name] !== undefined);
  if (misplaced !== undefined && !modes.includes(mode)) {
    throw invalidRequest(
      `You can not pass \`${misplaced}\` in \`${mode}\` mode. It is for ${modes.map((name) => `\`${name}\``).join(' and ')} mode only.`,
      { param: misplaced },
    );
  }
}

/** https://docs.stripe.com/api/checkout/sessions/create */
function checkTexts({ custom_text: texts, payment_intent_data: payment }: Params): void {
  for (const name of Object.keys(texts ?? {}) as (keyof NonNullable<typeof texts>)[]) {
    const text = texts?.[name];
    if (text && text.message.length > 1200) {
      throw invalidRequest('Custom text must be at most 1200 characters.', {
        param: `custom_text[${name}][message]`,
      });
    }
  }
  const suffix = payment?.statement_descriptor_suffix;
  if (suffix !== undefined && !/^(?=.*[A-Za-z])[^<>\\'"*]{1,22}$/.test(suffix)) {
    throw invalidRequest(
      'The statement descriptor suffix must be at most 22 characters, with at least one letter, and without < > \\ \' " *.',
      { param: 'payment_intent_data[statement_descriptor_suffix]' },
    );
  }
}

function checkUrls(params: Params): void {
  if (params.success_url === undefined) throw missingParam('success_url');
  for (const name of ['success_url', 'cancel_url'] as const) {
    const url = params[name];
    if (url === undefined) continue;
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name });
    }
    if (url.length > 5000) {
      throw invalidRequest('The URL must be at most 5000 characters.', { param: name });
    }
  }
}

function checkCustomer(engine: Engine, params: Params): void {
  exclusive(params, ['customer', 'customer_email']);
  exclusive(params, ['customer_account', 'customer_email']);
  exclusive(params, ['customer', 'customer_creation']);
  exclusive(params, ['customer_account', 'customer_creation']);
  if (params.customer !== undefined) getCustomer(engine, params.customer, 'customer', 400);
  if (params.customer_account !== undefined) {
    if (!engine.store.accounts.get(params.customer_account)) {
      throw resourceMissing('account', params.customer_account, 'customer_account');
    }
  }
  if (
    params.customer !== undefined &&
    params.tax_id_collection?.enabled &&
    params.customer_update?.name !== 'auto'
  ) {
    throw invalidRequest(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
      { param: 'tax_id_collection' },
    );
  }
  if (params.customer_email !== undefined) checkEmail(params.customer_email, 'customer_email');
  const isKnown = params.customer !== undefined || params.customer_account !== undefined;
  if (params.customer_update !== undefined && !isKnown) {
    throw invalidRequest('`customer_update` can only be used with `customer`.', {
      param: 'customer_update',
    });
  }
  if (isKnown && params.automatic_tax?.enabled) checkTaxLocation(engine, params);
}

/** The address of a known customer must be known too, or be kept when Checkout asks for it. */
function checkTaxLocation(engine: Engine, params: Params): void {
  const { address, shipping } = params.customer_update ?? {};
  if (address === 'auto' || shipping === 'auto' || taxCountryOf(engine, params) !== null) return;
  throw invalidRequest(
    "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to 'auto' to save the billing address entered in Checkout to the Customer.",
    { code: 'customer_tax_location_invalid' },
  );
}

function exclusive(params: Params, names: (keyof Params)[]): void {
  if (names.every((name) => params[name] !== undefined)) {
    throw invalidRequest(`You may only specify one of these parameters: ${names.join(', ')}.`, {
      param: names[0] ?? '',
    });
  }
}
