import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { resourceMissing, type StripeErrorBody } from '../stripe-error';
import { AUTHENTICATION_FAILED, declineError } from './cards';
import { attach } from './payment-methods';
import type { Owner, PaymentMethodRecord } from './payment-method-record';

/** The parameters of a setup intent; its other fields are derived. */
export interface NewSetupIntent {
  owner: Owner;
  paymentMethodTypes: string[];
  data: Pick<Stripe.SetupIntentCreateParams, 'description' | 'metadata' | 'usage'>;
}

/** Makes a setup intent without an attempt. */
export function makeSetupIntent(engine: Engine, wanted: NewSetupIntent): Stripe.SetupIntent {
  const id = newId('seti');
  const { data } = wanted;
  const intent: Stripe.SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: nowSeconds(engine.clock),
    description: data.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, data.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: wanted.paymentMethodTypes,
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: data.usage ?? 'off_session',
    ...wanted.owner,
  };
  engine.store.setupIntents.put(id, intent);
  emit(engine, 'setup_intent.created', intent);
  return intent;
}

/** Stores the method for later payments of its owner; returns the error if the card is declined. */
export function completeSetup(
  engine: Engine,
  intent: Stripe.SetupIntent,
  method: PaymentMethodRecord,
  owner: () => Owner,
): StripeErrorBody | undefined {
  const { decline } = method.behaviour;
  if (decline) return failSetup(engine, intent, declineError(decline), method);
  const who = owner();
  attach(engine, method, who);
  Object.assign(intent, {
    ...who,
    last_setup_error: null,
    next_action: null,
    payment_method: method.object.id,
    status: 'succeeded',
  });
  engine.store.setupIntents.put(intent.id, intent);
  emit(engine, 'setup_intent.succeeded', intent);
  return undefined;
}

/** The attempt failed: the card was declined, or the shopper failed 3-D Secure. Returns the error. */
export function failSetup(
  engine: Engine,
  intent: Stripe.SetupIntent,
  error: StripeErrorBody = {
    ...AUTHENTICATION_FAILED,
    code: 'setup_intent_authentication_failure',
  },
  method?: PaymentMethodRecord,
): StripeErrorBody {
  Object.assign(intent, {
    last_setup_error: {
      ...error,
      ...(method && { payment_method: structuredClone(method.object) }),
    },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  engine.store.setupIntents.put(intent.id, intent);
  emit(engine, 'setup_intent.setup_failed', intent);
  return error;
}

export function getSetupIntent(engine: Engine, id: string): Stripe.SetupIntent {
  const intent = engine.store.setupIntents.get(id);
  if (!intent) throw resourceMissing('setupintent', id, 'intent', 404);
  return intent;
}

export function listSetupIntents(
  engine: Engine,
  params: Stripe.SetupIntentListParams,
): List<Stripe.SetupIntent> {
  const matching = engine.store.setupIntents
    .newestFirst()
    .filter(
      (intent) =>
        inRange(intent.created, params.created) &&
        (params.customer === undefined || intent.customer === params.customer) &&
        (params.payment_method === undefined || intent.payment_method === params.payment_method),
    );
  return pageOf(matching, params, '/v1/setup_intents', 'setupintent');
}
