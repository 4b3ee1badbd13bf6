import type Stripe from 'stripe';
import { addressOf } from '../address';
import { nowSeconds } from '../clock';
import { getCustomer } from '../customers';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { pageOf, type List } from '../list';
import { mergeMetadata } from '../metadata';
import { invalidRequest, missingParam, resourceMissing, StripeError } from '../stripe-error';
import { cardProblem, readCard, type Card, type CardBehaviour } from './cards';
import { useIban } from './test-ibans';
import { kindOf, METHOD_KINDS } from './method-kinds';
import {
  NOBODY,
  type Billing,
  type Owner,
  type PaymentMethodRecord,
} from './payment-method-record';
import { testMethodCard, tokenCard } from './test-tokens';

/** Stores a card as a payment method. */
export function keepCard(engine: Engine, card: Card, billing: Billing): PaymentMethodRecord {
  return keep(engine, 'card', billing, card.behaviour, {
    card: {
      brand: card.brand,
      checks: CARD_CHECKS,
      country: 'US',
      display_brand: card.brand === 'amex' ? 'american_express' : card.brand,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: card.fingerprint,
      funding: card.funding,
      generated_from: null,
      last4: card.last4,
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  });
}

/** Stores a payment method of another type than card; its bank account is Stripe's test account. */
export function keepMethod(engine: Engine, type: string, billing: Billing): PaymentMethodRecord {
  return keep(engine, type, billing, {}, kindOf(type).methodPart);
}

function keep(
  engine: Engine,
  type: string,
  billing: Billing,
  behaviour: CardBehaviour,
  part: Partial<Stripe.PaymentMethod>,
): PaymentMethodRecord {
  const object: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: billingDetails(billing),
    created: nowSeconds(engine.clock),
    livemode: false,
    metadata: {},
    type,
    ...NOBODY,
    ...part,
  };
  return engine.store.paymentMethods.put(object.id, { object, behaviour });
}

/** Makes a payment method from typed numbers, or from Stripe's test tokens (tok_visa, …). */
export function createPaymentMethod(
  engine: Engine,
  params: Stripe.PaymentMethodCreateParams,
): Stripe.PaymentMethod {
  if (params.type === undefined) throw missingParam('type');
  const billing = billingOf(params.billing_details ?? {});
  const record =
    params.type === 'card'
      ? keepCard(engine, cardOf(engine, params.card), billing)
      : keepMethod(engine, knownType(params.type), billing);
  if (params.sepa_debit) useIban(record, params.sepa_debit.iban);
  record.object.metadata = mergeMetadata({}, params.metadata);
  return record.object;
}

/** The type, if this server knows it; throws Stripe's error otherwise. */
export function knownType(type: string, param = 'type'): string {
  if (!METHOD_KINDS[type]) {
    throw invalidRequest(`The payment method type \`${type}\` is not built into this sandbox.`, {
      param,
    });
  }
  return type;
}

function cardOf(engine: Engine, card: Stripe.PaymentMethodCreateParams.Card | undefined): Card {
  if (!card) throw missingParam('card');
  const nowMs = engine.clock.nowMs();
  if (card.token !== undefined) {
    const found = tokenCard(card.token, nowMs);
    if (!found) throw resourceMissing('token', card.token, 'card[token]');
    return found;
  }
  const typed = {
    number: card.number ?? '',
    expiry: `${card.exp_month ?? ''}/${card.exp_year ?? ''}`,
    cvc: card.cvc ?? '123',
  };
  const read = readCard(typed, nowMs);
  if (typeof read === 'string') throw new StripeError(402, cardProblem(read));
  return read;
}

/** The payment method with this id; Stripe's test ids (pm_card_visa, …) make a new one each time they are used. */
export function getPaymentMethodRecord(
  engine: Engine,
  id: string,
  status = 404,
): PaymentMethodRecord {
  const record = engine.store.paymentMethods.get(id);
  if (record) return record;
  const card = testMethodCard(id, engine.clock.nowMs());
  if (card) return keepCard(engine, card, billingOf({}));
  throw resourceMissing('PaymentMethod', id, 'payment_method', status);
}

export function updatePaymentMethod(
  engine: Engine,
  id: string,
  params: Stripe.PaymentMethodUpdateParams,
): Stripe.PaymentMethod {
  const record = getPaymentMethodRecord(engine, id);
  const { object } = record;
  if (object.customer === null && object.customer_account === null) {
    throw invalidRequest(
      'You must save this PaymentMethod to a customer before you can update it.',
      { param: 'payment_method' },
    );
  }
  object.metadata = mergeMetadata(object.metadata ?? {}, params.metadata);
  engine.store.paymentMethods.put(object.id, record);
  emit(engine, 'payment_method.updated', object);
  return object;
}

export function attachPaymentMethod(
  engine: Engine,
  id: string,
  params: Stripe.PaymentMethodAttachParams,
): Stripe.PaymentMethod {
  const record = getPaymentMethodRecord(engine, id);
  if (params.customer === undefined) throw missingParam('customer');
  const { id: customer } = getCustomer(engine, params.customer, 'customer', 400);
  if (record.spent) {
    throw invalidRequest(
      'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    );
  }
  attach(engine, record, { customer, customer_account: null });
  if (record.object.customer !== customer) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
      { param: 'payment_method' },
    );
  }
  return record.object;
}

/** Attaches the method to its owner. Does nothing if it is attached already, or if the payer is a guest. */
export function attach(engine: Engine, record: PaymentMethodRecord, owner: Owner): void {
  const { object } = record;
  if (object.customer !== null || object.customer_account !== null) return;
  if (owner.customer === null && owner.customer_account === null) return;
  Object.assign(object, owner);
  engine.store.paymentMethods.put(object.id, record);
  emit(engine, 'payment_method.attached', object);
}

export function detachPaymentMethod(engine: Engine, id: string): Stripe.PaymentMethod {
  const record = getPaymentMethodRecord(engine, id);
  const { object } = record;
  if (object.customer === null && object.customer_account === null) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      { param: 'payment_method' },
    );
  }
  Object.assign(object, NOBODY);
  record.spent = true;
  engine.store.paymentMethods.put(id, record);
  emit(engine, 'payment_method.detached', object);
  return object;
}

export function listPaymentMethods(
  engine: Engine,
  params: Stripe.PaymentMethodListParams,
): List<Stripe.PaymentMethod> {
  const matching = engine.store.paymentMethods
    .newestFirst()
    .map(({ object }) => object)
    .filter(
      (method) =>
        method.customer !== null &&
        (params.customer === undefined || method.customer === params.customer) &&
        (params.type === undefined || method.type === params.type),
    );
  return pageOf(matching, params, '/v1/payment_methods', 'PaymentMethod');
}

export const CARD_CHECKS = {
  address_line1_check: null,
  address_postal_code_check: null,
  cvc_check: 'pass',
};

export function billingOf(given: Stripe.PaymentMethodCreateParams.BillingDetails): Billing {
  return {
    name: given.name || null,
    email: given.email || null,
    phone: given.phone || null,
    address: given.address ? addressOf(given.address) : null,
  };
}

function billingDetails(billing: Billing) {
  return {
    address: billing.address ?? addressOf({}),
    email: billing.email,
    name: billing.name,
    phone: billing.phone,
    tax_id: null,
  };
}
