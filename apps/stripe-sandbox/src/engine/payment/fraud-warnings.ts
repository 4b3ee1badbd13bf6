import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { emit } from '../events';
import { newId } from '../ids';
import { inRange, pageOf, type List } from '../list';
import { invalidRequest, resourceMissing } from '../stripe-error';

type Warning = Stripe.Radar.EarlyFraudWarning;

/** The card's bank suspects fraud: no dispute yet, and no money is withdrawn. */
export function warnOfFraud(
  engine: Engine,
  charge: Stripe.Charge,
  fraudType = 'made_with_stolen_card',
): Warning {
  if (charge.status !== 'succeeded') {
    throw invalidRequest('Only a successful charge can have an early fraud warning.');
  }
  const warning: Warning = {
    id: newId('issfr'),
    object: 'radar.early_fraud_warning',
    actionable: !charge.refunded && !charge.disputed,
    charge: charge.id,
    created: nowSeconds(engine.clock),
    fraud_type: fraudType,
    livemode: false,
    ...(typeof charge.payment_intent === 'string' && { payment_intent: charge.payment_intent }),
  };
  engine.store.earlyFraudWarnings.put(warning.id, warning);
  emit(engine, 'radar.early_fraud_warning.created', warning);
  return warning;
}

/** A warning needs no action any more once its charge is refunded or disputed. */
export function settleWarningsOf(engine: Engine, charge: Stripe.Charge): void {
  for (const warning of engine.store.earlyFraudWarnings.newestFirst()) {
    if (warning.charge !== charge.id || !warning.actionable) continue;
    warning.actionable = false;
    engine.store.earlyFraudWarnings.put(warning.id, warning);
    emit(engine, 'radar.early_fraud_warning.updated', warning, { actionable: true });
  }
}

export function getFraudWarning(engine: Engine, id: string): Warning {
  const warning = engine.store.earlyFraudWarnings.get(id);
  if (!warning) throw resourceMissing('early fraud warning', id, 'early_fraud_warning', 404);
  return warning;
}

export function listFraudWarnings(
  engine: Engine,
  params: Stripe.Radar.EarlyFraudWarningListParams,
): List<Warning> {
  const matching = engine.store.earlyFraudWarnings
    .newestFirst()
    .filter(
      (warning) =>
        inRange(warning.created, params.created) &&
        (params.charge === undefined || warning.charge === params.charge) &&
        (params.payment_intent === undefined || warning.payment_intent === params.payment_intent),
    );
  return pageOf(matching, params, '/v1/radar/early_fraud_warnings', 'early fraud warning');
}
