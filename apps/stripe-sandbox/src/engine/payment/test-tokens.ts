import { readCard, type Card } from './cards';

/** The card behind each of Stripe's test names (https://docs.stripe.com/testing), as `pm_card_…` and `tok_…`. */
const NUMBERS: Readonly<Record<string, string>> = {
  visa: '4242424242424242',
  visa_debit: '4000056655665556',
  mastercard: '5555555555554444',
  amex: '378282246310005',
  discover: '6011111111111117',
  mastercard_debit: '5200828282828210',
  bypassPending: '4000000000000077',
  chargeCustomerFail: '4000000000000341',
  chargeDeclined: '4000000000000002',
  chargeDeclinedInsufficientFunds: '4000000000009995',
  chargeDeclinedLostCard: '4000000000009987',
  chargeDeclinedStolenCard: '4000000000009979',
  chargeDeclinedExpiredCard: '4000000000000069',
  chargeDeclinedIncorrectCvc: '4000000000000127',
  chargeDeclinedProcessingError: '4000000000000119',
  chargeDeclinedFraudulent: '4100000000000019',
  chargeDeclinedVelocityLimitExceeded: '4000000000006975',
  visa_chargeDeclined: '4000000000000002',
  visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  visa_chargeDeclinedLostCard: '4000000000009987',
  visa_chargeDeclinedStolenCard: '4000000000009979',
  createDispute: '4000000000000259',
  createDisputeInquiry: '4000000000001976',
  createDisputeProductNotReceived: '4000000000002685',
  createIssuerFraudRecord: '4000000000005423',
  pendingRefund: '4000000000007726',
  riskLevelElevated: '4000000000009235',
  refundFail: '4000000000005126',
  authenticationRequired: '4000002760003184',
  threeDSecureRequired: '4000000000003063',
  threeDSecure2Required: '4000000000003220',
};

function cardNamed(name: string, nowMs: number): Card | undefined {
  const number = NUMBERS[name];
  if (number === undefined) return undefined;
  const year = new Date(nowMs).getUTCFullYear() + 1;
  const cvc = number.startsWith('37') ? '1234' : '123';
  return readCard({ number, expiry: `12/${year}`, cvc }, nowMs) as Card;
}

/** "pm_card_visa" → the card; undefined for what is not a test name. */
export function testMethodCard(id: string, nowMs: number): Card | undefined {
  return id.startsWith('pm_card_') ? cardNamed(id.slice('pm_card_'.length), nowMs) : undefined;
}

/** "tok_visa" → the card; undefined for what is not a test name. */
export function tokenCard(token: string, nowMs: number): Card | undefined {
  return token.startsWith('tok_') ? cardNamed(token.slice('tok_'.length), nowMs) : undefined;
}
