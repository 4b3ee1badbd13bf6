import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { randomText } from '../ids';
import type { Decline } from './cards';
import { CARD_CHECKS } from './payment-methods';

/** The card part of `payment_method_details`. */
export function cardDetails(
  engine: Engine,
  intent: Stripe.PaymentIntent,
  card: Stripe.PaymentMethod.Card,
  paid: boolean,
  authenticated: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: intent.amount,
    authorization_code: paid ? randomText(6).toUpperCase() : null,
    brand: card.brand,
    checks: CARD_CHECKS,
    country: card.country,
    electronic_commerce_indicator: authenticated ? '05' : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: paid ? `${engine.clock.nowMs()}00` : null,
    overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}

/** The `outcome` of a charge. */
export function outcomeOf(
  status: string,
  decline: Decline | undefined,
  inReview = false,
): Stripe.Charge.Outcome {
  return {
    advice_code: decline ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: decline ? '05' : null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.declineCode ?? (inReview ? 'elevated_risk_level' : null),
    risk_level: inReview ? 'elevated' : 'normal',
    risk_score: inReview ? 65 : 20,
    seller_message: decline
      ? 'The bank did not return any further details with this decline.'
      : status === 'pending'
        ? 'Payment pending.'
        : 'Payment complete.',
    type: decline ? 'issuer_declined' : inReview ? 'manual_review' : 'authorized',
  };
}
