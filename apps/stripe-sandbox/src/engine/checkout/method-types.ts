import type Stripe from 'stripe';
import { METHOD_KINDS, type MethodKind } from '../payment/method-kinds';
import type { Settings } from '../settings';
import { invalidRequest } from '../stripe-error';

/** The payment method types a session offers in its currency, cards first. */
export function methodTypesFor(
  params: Pick<
    Stripe.Checkout.SessionCreateParams,
    'allowed_payment_method_types' | 'excluded_payment_method_types' | 'mode'
  >,
  currency: string,
  settings: Pick<Settings, 'bankTransfers'>,
): string[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params;
  const types = Object.entries(METHOD_KINDS)
    .filter(([type, kind]) => type === 'card' || kind.currencies.includes(currency))
    .filter(([, kind]) => kind.timing !== 'transfer' || settings.bankTransfers)
    .filter(([, { timing }]) => isFor(params.mode ?? 'payment', timing))
    .map(([type]) => type)
    .filter((type) => (!allowed || allowed.includes(type)) && !excluded?.includes(type));
  if (types.length === 0) {
    throw invalidRequest(
      'No valid payment method types for this Checkout Session. Please ensure that you have activated payment methods compatible with your chosen currency.',
      { param: allowed ? 'allowed_payment_method_types' : 'excluded_payment_method_types' },
    );
  }
  return types;
}

/** A subscription is paid again without its shopper: by no voucher and no transfer. Setups are built for cards only. */
const isFor = (mode: string, timing: MethodKind['timing']) =>
  mode === 'payment' || timing === 'at_once' || (mode === 'subscription' && timing === 'debit');
