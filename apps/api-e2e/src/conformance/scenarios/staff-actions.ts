import { randomUUID } from 'node:crypto';
import type { ConformanceShop } from '../conformance-shop';
import { deadLetterIds, foreignIds, reviewedNumbers, withKey } from '../staff-keys';
import { stripeGone, TOO_LARGE, usual } from './scenario';
import type { Scenario, Scenarios } from './scenario';
import { paidNumber, UNKNOWN } from './staff-calls';
import type { Headers } from './staff-calls';
import { ofStaff } from './staff-reads';

const WHY = { reason: 'the webhook was down' };
const DISMISSED = { ...WHY, decision: 'dismissed' };
const { withoutSession, withSession } = reviewedNumbers;

/** POST of an action. */
export const act =
  (path: string, right: object = WHY) =>
  (shop: ConformanceShop, body: object = right, headers: Headers = {}) =>
    shop.post(`/api/staff/${path}`, body, { ...withKey(), ...headers });

export const onOrder = (what: string, number: string = UNKNOWN, body: object = WHY) =>
  act(`orders/${number}/${what}`, body);

/** What every action answers. */
export const ofActions = (
  operation: string,
  ask: ReturnType<typeof act>,
): Record<string, Scenario> => ({
  ...ofStaff(operation, (shop, headers) => ask(shop, undefined, headers)),
  [`${operation} 400 INVALID_REQUEST`]: usual((shop) => ask(shop, { reason: '' })),
  [`${operation} 403 ROLE_NOT_ALLOWED`]: usual((shop) => ask(shop, undefined, withKey('viewer'))),
  [`${operation} 413 PAYLOAD_TOO_LARGE`]: usual((shop) => ask(shop, TOO_LARGE)),
  [`${operation} 415 UNSUPPORTED_MEDIA_TYPE`]: usual((shop) =>
    ask(shop, undefined, { 'content-type': 'text/plain' }),
  ),
});

/** The id of an event that Stripe knows. */
export async function eventIdOf({ shop }: ConformanceShop): Promise<string> {
  const { data } = await shop.stripe.events.list({ limit: 1 });
  return data[0]?.id ?? '';
}

export const impossible = (ask: ReturnType<typeof act>) => usual((shop) => ask(shop));
export const withoutStripe = (ask: ReturnType<typeof act>) => stripeGone((shop) => ask(shop));

export const staffActionScenarios: Scenarios = {
  'syncOrder 200': usual(async (shop) => onOrder('sync', await paidNumber(shop))(shop)),
  ...ofActions('syncOrder', onOrder('sync')),
  'syncOrder 404 ORDER_NOT_FOUND': impossible(onOrder('sync')),
  'syncOrder 409 ACTION_NOT_POSSIBLE': impossible(onOrder('sync', withoutSession)),
  'syncOrder 503 STRIPE_UNAVAILABLE': withoutStripe(onOrder('sync', withSession)),

  'resendOrder 200': usual(async (shop) => onOrder('resend', await paidNumber(shop))(shop)),
  ...ofActions('resendOrder', onOrder('resend')),
  'resendOrder 404 ORDER_NOT_FOUND': impossible(onOrder('resend')),
  'resendOrder 409 ACTION_NOT_POSSIBLE': impossible(onOrder('resend', withoutSession)),

  'resolveOrder 200': usual((shop) => onOrder('resolve', withoutSession, DISMISSED)(shop)),
  ...ofActions('resolveOrder', onOrder('resolve', UNKNOWN, DISMISSED)),
  'resolveOrder 404 ORDER_NOT_FOUND': impossible(onOrder('resolve', UNKNOWN, DISMISSED)),
  'resolveOrder 409 ACTION_NOT_POSSIBLE': impossible(
    onOrder('resolve', withoutSession, { ...WHY, decision: 'paid' }),
  ),
  'resolveOrder 503 STRIPE_UNAVAILABLE': withoutStripe(onOrder('resolve', withSession, DISMISSED)),

  // Of an order that is not held it changes nothing.
  'tellHeld 200': usual(async (shop) => onOrder('tell', await paidNumber(shop))(shop)),
  ...ofActions('tellHeld', onOrder('tell')),
  'tellHeld 404 ORDER_NOT_FOUND': impossible(onOrder('tell')),

  'markTold 200': usual(async (shop) => onOrder('told', await paidNumber(shop))(shop)),
  ...ofActions('markTold', onOrder('told')),
  'markTold 404 ORDER_NOT_FOUND': impossible(onOrder('told')),

  'replayEvent 200': usual(async (shop) => {
    await paidNumber(shop);
    return act(`events/${await eventIdOf(shop)}/replay`)(shop);
  }),
  ...ofActions('replayEvent', act('events/evt_unknown/replay')),
  'replayEvent 409 ACTION_NOT_POSSIBLE': impossible(act('events/evt_unknown/replay')),
  'replayEvent 503 STRIPE_UNAVAILABLE': withoutStripe(act('events/evt_unknown/replay')),

  'retryDeadLetter 200': usual((shop) => act(`dead-letters/${deadLetterIds[0]}/retry`)(shop)),
  ...ofActions('retryDeadLetter', act(`dead-letters/${randomUUID()}/retry`)),
  'retryDeadLetter 409 ACTION_NOT_POSSIBLE': impossible(act(`dead-letters/${randomUUID()}/retry`)),

  'checkStripe 200': usual((shop) => act('stripe/check')(shop)),
  ...ofActions('checkStripe', act('stripe/check')),
  'checkStripe 503 STRIPE_UNAVAILABLE': withoutStripe(act('stripe/check')),

  'settlePayment 200': usual((shop) => act(`payments/${foreignIds[0]}/settle`)(shop)),
  ...ofActions('settlePayment', act('payments/cs_test_unknown/settle')),
  'settlePayment 409 ACTION_NOT_POSSIBLE': impossible(act('payments/cs_test_unknown/settle')),

  'retryDeadLetters 200': usual((shop) => act('dead-letters/retry')(shop)),
  ...ofActions('retryDeadLetters', act('dead-letters/retry')),
};
