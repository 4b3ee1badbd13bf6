import type Stripe from 'stripe';
import { nowSeconds } from '../clock';
import type { Engine } from '../engine.types';
import { createSession } from './create-session';
import { currentSession } from './sessions';

/** A new session like the expired one, for its recovery link; undefined if the link has expired. */
export function recoverSession(engine: Engine, id: string): Stripe.Checkout.Session | undefined {
  const { object, params } = currentSession(engine, id);
  const recovery = object.after_expiration?.recovery;
  if (!recovery?.url || nowSeconds(engine.clock) >= (recovery.expires_at ?? 0)) return undefined;
  // Whether the new session takes promotion codes is said for the recovery alone; by default it takes none.
  const { allow_promotion_codes: _codes, expires_at: _expiresAt, ...again } = params;
  const promotions =
    recovery.allow_promotion_codes && !again.discounts ? { allow_promotion_codes: true } : {};
  return createSession(engine, { ...again, ...promotions }, id);
}
