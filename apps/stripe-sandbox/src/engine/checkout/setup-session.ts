import type { Engine } from '../engine.types';
import type { PaymentMethodRecord } from '../payment/payment-method-record';
import {
  completeSetup,
  failSetup,
  getSetupIntent,
  makeSetupIntent,
} from '../payment/setup-intents';
import type { StripeErrorBody } from '../stripe-error';
import type { Payer } from './payer';
import { rememberCustomer } from './remember-customer';
import type { SessionRecord } from './session-record';

/** Makes the setup intent of a session in `setup` mode. */
export function startSetup(engine: Engine, record: SessionRecord): void {
  const { object, params } = record;
  const intent = makeSetupIntent(engine, {
    owner: {
      customer: object.customer as string | null,
      customer_account: object.customer_account,
    },
    paymentMethodTypes: object.payment_method_types,
    data: params.setup_intent_data ?? {},
  });
  record.intentId = intent.id;
  object.setup_intent = intent.id;
}

/** Stores the method for later payments; returns the error if the card is declined. */
export function finishSetup(
  engine: Engine,
  record: SessionRecord,
  payer: Payer,
  method: PaymentMethodRecord,
): StripeErrorBody | undefined {
  const intent = getSetupIntent(engine, record.intentId ?? '');
  return completeSetup(engine, intent, method, () => rememberCustomer(engine, record, payer));
}

/** The shopper failed 3-D Secure. Returns the error. */
export function refuseSetup(engine: Engine, record: SessionRecord): StripeErrorBody {
  return failSetup(engine, getSetupIntent(engine, record.intentId ?? ''));
}
