import type Stripe from 'stripe';
import type { Payer } from '../checkout/payer';
import { rememberCustomer } from '../checkout/remember-customer';
import type { SessionRecord } from '../checkout/session-record';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId, randomText } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { resourceMissing, type StripeErrorBody } from '../stripe-error';
import { declineError } from './cards';
import { attach } from './payment-methods';
import type { PaymentMethodRecord } from './payment-method-record';

/** The setup intent of a session in `setup` mode. */
export function makeSetupIntent(engine: Engine, { object, params }: SessionRecord) {
  const id = newId('seti');
  const data = params.setup_intent_data ?? {};
  const intent: Stripe.SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: nowSeconds(engine.clock),
    customer: object.customer,
    customer_account: object.customer_account,
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
    payment_method_types: object.payment_method_types,
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  };
  engine.store.setupIntents.put(id, intent);
  emit(engine, 'setup_intent.created', intent);
  return intent;
}

/** Stores the method for later payments; returns the error if the card is declined. */
export function finishSetup(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord,
): StripeErrorBody | undefined {
  const intent = getSetupIntent(engine, record.intentId ?? '');
  const { decline } = method.behaviour;
  if (decline) {
    const error = declineError(decline);
    intent.last_setup_error = {
      ...error,
      payment_method: structuredClone(method.object),
    } as Stripe.SetupIntent.LastSetupError;
    engine.store.setupIntents.put(intent.id, intent);
    emit(engine, 'setup_intent.setup_failed', intent);
    return error;
  }
  attach(engine, method, rememberCustomer(engine, record, payer));
  Object.assign(intent, {
    last_setup_error: null,
    payment_method: method.object.id,
    status: 'succeeded',
  });
  engine.store.setupIntents.put(intent.id, intent);
  emit(engine, 'setup_intent.succeeded', intent);
  return undefined;
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
