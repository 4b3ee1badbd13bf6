import { describe, expect, it } from '@jest/globals';
import { needs } from './needs';
import type { Health } from './shop-health';

const NONE = { count: 0, since: null };
const ONE = { count: 1, since: null };
const WELL: Health = {
  reviews: NONE,
  disputes: { ...NONE, dueBy: null },
  statesUnknown: NONE,
  paymentReviews: NONE,
  fraudWarnings: NONE,
  refundsRefused: NONE,
  refundsFailed: NONE,
  transfersAwaited: NONE,
  deadLetters: NONE,
  undelivered: NONE,
  lostSteps: 0,
  tellingHeld: NONE,
  syncFailures: NONE,
  paidWithoutOrder: { ...NONE, ids: [] },
  withdrawals: { refused: NONE, orderUnknown: NONE },
  unhandledEvents: NONE,
  undeliveredEvents: NONE,
  endpoint: [],
  endpointUnseen: null,
  permissions: [],
  sweepAgeSeconds: 20,
  uptimeSeconds: 86_400,
  clockSkewSeconds: 0,
};
const found = (code: string) => ({ code, words: `It is ${code}.` });
const codes = (health: Partial<Health>) => needs({ ...WELL, ...health }).map(({ code }) => code);

describe('what needs a person', () => {
  it('is nothing while all is well', () => {
    expect(codes({})).toEqual([]);
  });

  it('is a bank transfer that is awaited for long, with the list that has it', () => {
    const since = new Date('2026-11-20T12:00:00Z');
    expect(needs({ ...WELL, transfersAwaited: { count: 2, since } })).toMatchObject([
      {
        code: 'transfer_awaited',
        words: '2 orders wait for their bank transfers for more than a week.',
        since: since.toISOString(),
        orders: 'transfer_awaited',
      },
    ]);
  });

  it.each<[string, Partial<Health>]>([
    ['state_unknown', { statesUnknown: ONE }],
    ['payment_review', { paymentReviews: ONE }],
    ['fraud_warning', { fraudWarnings: ONE }],
    ['refund_refused', { refundsRefused: ONE }],
    ['refund_failed', { refundsFailed: ONE }],
  ])('is an order of the list %s', (code, health) => {
    expect(needs({ ...WELL, ...health })).toMatchObject([{ code, count: 1, orders: code }]);
  });

  it('is a withdrawal that nobody has answered, most urgent where its order is not known', () => {
    expect(codes({ withdrawals: { refused: ONE, orderUnknown: ONE } })).toEqual([
      'withdrawal_order_unknown',
      'withdrawal_not_acknowledged',
    ]);
  });

  it.each<[code: string, need: string, next: string, health: Partial<Health>]>([
    ['key_invalid', 'stripe_permissions', 'restart', { permissions: [found('key_invalid')] }],
    [
      'permission_missing',
      'stripe_permissions',
      'Add it to the key',
      { permissions: [found('permission_missing')] },
    ],
    ['no_endpoint', 'stripe_endpoint', 'stripe:connect', { endpoint: [found('no_endpoint')] }],
    ['mode_mixed', 'stripe_endpoint', 'restart', { endpoint: [found('mode_mixed')] }],
  ])('is what was found at Stripe, with what mends it: %s', (code, need, next, health) => {
    expect(needs({ ...WELL, ...health })).toMatchObject([
      { code: need, words: `It is ${code}.`, next: expect.stringContaining(next) },
    ]);
  });

  it.each([
    ['webhook_endpoint', 'rak_webhook_endpoint_read'],
    ['event_destination', 'rak_core_event_destination_read'],
  ] as const)(
    'is the permission without which nobody sees the %s',
    (endpointUnseen, permission) => {
      expect(needs({ ...WELL, endpointUnseen })).toMatchObject([
        {
          code: 'stripe_permissions',
          words: expect.stringContaining(permission),
          next: expect.stringContaining('Add it to the key'),
        },
      ]);
    },
  );

  it('is a worker that is gone, once a worker should have begun a sweep', () => {
    expect(codes({ sweepAgeSeconds: undefined })).toEqual(['worker_gone']);
    expect(codes({ sweepAgeSeconds: 600 })).toEqual(['worker_gone']);
    expect(codes({ sweepAgeSeconds: 240 })).toEqual([]);
    // A shop that has just started, for the first time or after a night.
    expect(codes({ sweepAgeSeconds: undefined, uptimeSeconds: 10 })).toEqual([]);
    expect(codes({ sweepAgeSeconds: 30_000, uptimeSeconds: 10 })).toEqual([]);
  });
});
