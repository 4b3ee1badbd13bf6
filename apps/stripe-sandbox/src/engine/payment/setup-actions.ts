import type Stripe from 'stripe';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { mergeMetadata } from '../metadata';
import { invalidRequest, StripeError, type StripeErrorBody } from '../stripe-error';
import { checkNotOfCheckout } from './of-checkout';
import { NOBODY, type Owner } from './payment-method-record';
import { completeSetup, failSetup, getSetupIntent, makeSetupIntent } from './setup-intents';
import { checkMethodOwner, usableMethod } from './usable-method';

/** Makes a setup intent, and confirms it if `confirm` is set. Throws 402 if the card is declined. */
export function createSetupIntent(
  engine: Engine,
  params: Stripe.SetupIntentCreateParams,
): Stripe.SetupIntent {
  const { customer } = params;
  if (customer !== undefined) getCustomer(engine, customer, 'customer', 400);
  const method =
    params.payment_method === undefined ? undefined : usableMethod(engine, params.payment_method);
  const intent = makeSetupIntent(engine, {
    owner: { ...NOBODY, ...(customer !== undefined && { customer }) },
    paymentMethodTypes: params.allowed_payment_method_types ?? ['card'],
    data: params,
  });
  const { automatic_payment_methods: automatic } = params;
  if (automatic?.enabled ?? !params.allowed_payment_method_types) {
    const allowRedirects = automatic?.allow_redirects ?? 'always';
    intent.automatic_payment_methods = { allow_redirects: allowRedirects, enabled: true };
  }
  if (method) {
    intent.payment_method = method.object.id;
    intent.status = 'requires_confirmation';
  }
  return params.confirm ? confirmSetupIntent(engine, intent.id, params) : intent;
}

/** Confirms with the given or the attached payment method. Throws 402 when the card is declined. */
export function confirmSetupIntent(
  engine: Engine,
  id: string,
  params: Pick<Stripe.SetupIntentConfirmParams, 'payment_method' | 'return_url'>,
): Stripe.SetupIntent {
  const intent = getSetupIntent(engine, id);
  if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) {
    throw unexpectedState(intent, 'confirm');
  }
  checkNotOfCheckout(engine, id, 'SetupIntents');
  const methodId = params.payment_method ?? (intent.payment_method as string | null);
  if (methodId === null) {
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      { code: 'setup_intent_unexpected_state' },
    );
  }
  const method = usableMethod(engine, methodId);
  checkMethodOwner(method, ownerOf(intent), 'SetupIntent');
  intent.payment_method = method.object.id;
  if (method.behaviour.authenticate) return askForAuthentication(engine, intent, params.return_url);
  const refused = completeSetup(engine, intent, method, () => ownerOf(intent));
  if (refused) throw declined(intent, refused);
  return intent;
}

export function updateSetupIntent(
  engine: Engine,
  id: string,
  params: Stripe.SetupIntentUpdateParams,
): Stripe.SetupIntent {
  const intent = getSetupIntent(engine, id);
  intent.metadata = mergeMetadata(intent.metadata ?? {}, params.metadata);
  if (params.description !== undefined) intent.description = params.description || null;
  return engine.store.setupIntents.put(id, intent);
}

const CANCELABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

export function cancelSetupIntent(
  engine: Engine,
  id: string,
  params: Stripe.SetupIntentCancelParams,
): Stripe.SetupIntent {
  const intent = getSetupIntent(engine, id);
  if (!CANCELABLE.includes(intent.status)) throw unexpectedState(intent, 'cancel');
  checkNotOfCheckout(engine, id, 'SetupIntents');
  return markSetupCanceled(engine, intent, params.cancellation_reason ?? null);
}

/** Nobody can complete it any more. */
export function markSetupCanceled(
  engine: Engine,
  intent: Stripe.SetupIntent,
  reason: Stripe.SetupIntent.CancellationReason | null,
): Stripe.SetupIntent {
  Object.assign(intent, { cancellation_reason: reason, next_action: null, status: 'canceled' });
  engine.store.setupIntents.put(intent.id, intent);
  emit(engine, 'setup_intent.canceled', intent);
  return intent;
}

/** Ends the 3-D Secure step of a setup outside of Checkout; returns the URL where the browser continues. */
export function authenticateSetup(engine: Engine, id: string, passed: boolean): string {
  const intent = getSetupIntent(engine, id);
  const redirect = intent.next_action?.redirect_to_url;
  const method = engine.store.paymentMethods.get((intent.payment_method ?? '') as string);
  if (intent.status !== 'requires_action' || !redirect || !method) {
    throw unexpectedState(intent, 'authenticate');
  }
  const refused = passed
    ? completeSetup(engine, intent, method, () => ownerOf(intent))
    : failSetup(engine, intent, undefined, method);
  const url = new URL(redirect.return_url ?? authenticateUrl(engine, intent));
  url.searchParams.set('setup_intent', intent.id);
  url.searchParams.set('setup_intent_client_secret', intent.client_secret ?? '');
  url.searchParams.set('redirect_status', refused ? 'failed' : 'succeeded');
  return url.href;
}

function askForAuthentication(
  engine: Engine,
  intent: Stripe.SetupIntent,
  returnUrl?: string,
): Stripe.SetupIntent {
  const url = authenticateUrl(engine, intent);
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: { return_url: returnUrl ?? url, url },
  };
  intent.status = 'requires_action';
  engine.store.setupIntents.put(intent.id, intent);
  emit(engine, 'setup_intent.requires_action', intent);
  return intent;
}

const authenticateUrl = (engine: Engine, { id }: Stripe.SetupIntent) =>
  `${engine.world.publicUrl}/c/authenticate/${id}`;

const ownerOf = (intent: Stripe.SetupIntent): Owner => ({
  customer: intent.customer as string | null,
  customer_account: intent.customer_account ?? null,
});

function declined(intent: Stripe.SetupIntent, error: StripeErrorBody): StripeError {
  return new StripeError(402, { ...error, setup_intent: structuredClone(intent) });
}

function unexpectedState(intent: Stripe.SetupIntent, action: string): StripeError {
  return invalidRequest(
    `You cannot ${action} this SetupIntent because it has a status of ${intent.status}.`,
    { code: 'setup_intent_unexpected_state' },
  );
}
