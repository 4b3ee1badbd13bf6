import { createHash } from 'node:crypto';
import { docUrl, type StripeErrorBody } from '../stripe-error';

/** A card as a shopper types it: digits with or without spaces, "12 / 34", three or four digits. */
export interface TypedCard {
  number: string;
  expiry: string;
  cvc: string;
}

/** A card that was read. Only the last four digits are stored. */
export interface Card {
  brand: 'visa' | 'mastercard' | 'amex' | 'discover';
  last4: string;
  expMonth: number;
  expYear: number;
  funding: 'credit' | 'debit';
  /** The same number always gives the same fingerprint. */
  fingerprint: string;
  behaviour: CardBehaviour;
}

export interface CardBehaviour {
  /** The shopper is sent through 3-D Secure first. */
  authenticate?: boolean;
  decline?: Decline;
  /** The cardholder disputes the payment at once. */
  dispute?: 'fraudulent' | 'product_not_received';
  /** A bank account that must be verified first, by two small deposits. */
  microdeposits?: boolean;
  /** A bank account of which the debit ends at once, in a session. */
  settles?: 'succeeded' | 'failed';
  /** Radar puts the payment into review. */
  review?: boolean;
  /** The card's bank suspects fraud after the payment. */
  fraudWarning?: boolean;
  /** The dispute is an inquiry: no money is withdrawn yet. */
  inquiry?: boolean;
  /** Refunds fail after they have succeeded. */
  failingRefund?: boolean;
  /** Refunds start as pending instead of succeeded. */
  pendingRefund?: boolean;
}

export interface Decline {
  code: string;
  declineCode: string;
  message: string;
}

const DECLINED = 'Your card was declined.';

const declined = (declineCode: string, message = DECLINED): CardBehaviour => ({
  decline: { code: 'card_declined', declineCode, message },
});

/** Stripe's test cards (https://docs.stripe.com/testing). */
const TEST_CARDS: ReadonlyMap<string, CardBehaviour> = new Map([
  ['4242424242424242', {}],
  ['4000056655665556', {}],
  ['5555555555554444', {}],
  ['2223003122003222', {}],
  ['5200828282828210', {}],
  ['378282246310005', {}],
  ['371449635398431', {}],
  ['6011111111111117', {}],
  ['4000000000000077', {}],
  ['4000000000000259', { dispute: 'fraudulent' }],
  ['4000000000002685', { dispute: 'product_not_received' }],
  ['4000000000001976', { dispute: 'fraudulent', inquiry: true }],
  ['4000000000007726', { pendingRefund: true }],
  ['4000000000005126', { failingRefund: true }],
  ['4000000000000341', declined('generic_decline')],
  ['4000000000009235', { review: true }],
  ['4000000000005423', { fraudWarning: true }],
  ['4000000000000002', declined('generic_decline')],
  ['4000000000009995', declined('insufficient_funds', 'Your card has insufficient funds.')],
  ['4000000000009987', declined('lost_card')],
  ['4000000000009979', declined('stolen_card')],
  ['4000000000006975', declined('card_velocity_exceeded')],
  ['4100000000000019', declined('fraudulent')],
  [
    '4000000000000069',
    {
      decline: {
        code: 'expired_card',
        declineCode: 'expired_card',
        message: 'Your card has expired.',
      },
    },
  ],
  [
    '4000000000000127',
    {
      decline: {
        code: 'incorrect_cvc',
        declineCode: 'incorrect_cvc',
        message: "Your card's security code is incorrect.",
      },
    },
  ],
  [
    '4000000000000119',
    {
      decline: {
        code: 'processing_error',
        declineCode: 'processing_error',
        message: 'An error occurred while processing your card. Try again in a little bit.',
      },
    },
  ],
  ['4000002500003155', { authenticate: true }],
  ['4000002760003184', { authenticate: true }],
  ['4000000000003220', { authenticate: true }],
  ['4000000000003063', { authenticate: true }],
  [
    '4000008260003178',
    {
      authenticate: true,
      ...declined('insufficient_funds', 'Your card has insufficient funds.'),
    },
  ],
]);

/** Stripe's decline for a real card number in test mode. */
const NOT_A_TEST_CARD = declined(
  'test_mode_live_card',
  'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
);

export type CardProblem = 'incorrect_number' | 'invalid_expiry' | 'past_expiry' | 'invalid_cvc';

/** Reads what was typed, as of `nowMs`; returns the name of the first invalid field. */
export function readCard(typed: TypedCard, nowMs: number): Card | CardProblem {
  const number = typed.number.replace(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return 'incorrect_number';
  const [, month = '', year = ''] =
    /^\s*(\d{1,2})\s*\/?\s*(\d{2}|\d{4})\s*$/.exec(typed.expiry) ?? [];
  const expMonth = Number(month);
  const expYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (!month || expMonth < 1 || expMonth > 12) return 'invalid_expiry';
  const now = new Date(nowMs);
  if (expYear * 12 + expMonth < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1) {
    return 'past_expiry';
  }
  const brand = brandOf(number);
  if (!new RegExp(brand === 'amex' ? '^\\d{3,4}$' : '^\\d{3}$').test(typed.cvc.trim())) {
    return 'invalid_cvc';
  }
  return {
    brand,
    last4: number.slice(-4),
    expMonth,
    expYear,
    funding: number === '4000056655665556' || number === '5200828282828210' ? 'debit' : 'credit',
    fingerprint: fingerprintOf(number),
    behaviour: TEST_CARDS.get(number) ?? NOT_A_TEST_CARD,
  };
}

/** The error for a card that cannot be read; its `param` is the field's name on the hosted page. */
export function cardProblem(problem: CardProblem): StripeErrorBody {
  const [code, message, param] = CARD_PROBLEMS[problem];
  return { type: 'card_error', code, message, param };
}

const CARD_PROBLEMS = {
  incorrect_number: ['incorrect_number', 'Your card number is incorrect.', 'number'],
  invalid_expiry: ['invalid_expiry_month', "Your card's expiration date is invalid.", 'expiry'],
  past_expiry: ['invalid_expiry_year', "Your card's expiration year is in the past.", 'expiry'],
  invalid_cvc: ['invalid_cvc', "Your card's security code is incomplete.", 'cvc'],
} as const satisfies Record<CardProblem, readonly [string, string, string]>;

/** The error Stripe answers for a decline. */
export function declineError(decline: Decline): StripeErrorBody {
  return {
    type: 'card_error',
    code: decline.code,
    ...(decline.code === 'card_declined' && { decline_code: decline.declineCode }),
    doc_url: docUrl(decline.code),
    message: decline.message,
  };
}

export const AUTHENTICATION_FAILED: StripeErrorBody = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  doc_url: docUrl('payment_intent_authentication_failure'),
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

function brandOf(number: string): Card['brand'] {
  if (/^3[47]/.test(number)) return 'amex';
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard';
  if (/^6/.test(number)) return 'discover';
  return 'visa';
}

function passesLuhn(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length; index += 1) {
    const digit = Number(number.at(-1 - index));
    sum += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

function fingerprintOf(number: string): string {
  return createHash('sha256').update(`card ${number}`).digest('base64url').slice(0, 16);
}
