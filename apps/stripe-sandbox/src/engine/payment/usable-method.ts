import type { Engine } from '../engine.types';
import { invalidRequest } from '../stripe-error';
import { getPaymentMethodRecord } from './payment-methods';
import type { Owner, PaymentMethodRecord } from './payment-method-record';

/** The payment method that a parameter names, to be used. Throws 400 if there is none, or if it is used up. */
export function usableMethod(engine: Engine, id: string): PaymentMethodRecord {
  const record = getPaymentMethodRecord(engine, id, 400);
  if (!record.spent) return record;
  throw invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
  );
}

/** Throws if the method belongs to somebody else than the intent. */
export function checkMethodOwner(
  { object }: PaymentMethodRecord,
  payer: Owner,
  kind: 'PaymentIntent' | 'SetupIntent',
): void {
  const owner = (object.customer as string | null) ?? object.customer_account;
  const given = payer.customer ?? payer.customer_account;
  if (owner === null || owner === given) return;
  throw invalidRequest(
    given === null
      ? `The \`payment_method\` parameter supplied ${object.id} belongs to the Customer ${owner}. Please include the Customer in the \`customer\` parameter on the ${kind}.`
      : `The PaymentMethod ${object.id} does not belong to the Customer you supplied ${given}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    { param: 'payment_method' },
  );
}
