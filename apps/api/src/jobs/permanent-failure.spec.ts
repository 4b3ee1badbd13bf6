import { describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { PermanentError, permanentFailure } from './permanent-failure';

const ofDatabase = (code: string) => Object.assign(new Error('secret value'), { code });
const ofStripe = (statusCode: number, code?: string) =>
  Stripe.errors.StripeError.generate({
    type: 'invalid_request_error',
    message: 'No such thing: cs_test_1',
    statusCode,
    ...(code !== undefined && { code }),
  });

describe('a failure', () => {
  it.each([
    ['22021', 'a NUL in a text'],
    ['22P05', 'a character that jsonb does not store'],
    ['22003', 'a number out of range'],
    ['23514', 'a value that a check refuses'],
    ['23505', 'a key that is there already'],
    ['54000', 'an index entry that is too long'],
  ])('of the database with %s (%s) is permanent, also when it is wrapped', (code) => {
    const found = permanentFailure(new Error('wrapped', { cause: ofDatabase(code) }));
    expect(found).toMatchObject({ code, mayBeRace: code.startsWith('23') });
    expect(found?.reason).toContain('retry-dead');
    expect(found?.reason).not.toContain('secret');
  });

  it.each([
    '40001',
    '40P01',
    '53100',
    '53300',
    '55P03',
    '57014',
    '57P01',
    '08006',
    'EPIPE',
    '42P01',
  ])('of the database with %s is tried again', (code) => {
    expect(permanentFailure(ofDatabase(code))).toBeUndefined();
  });

  it.each([
    [400, undefined, 'stripe_400'],
    [401, 'api_key_expired', 'api_key_expired'],
    [403, undefined, 'stripe_403'],
    [404, 'resource_missing', 'resource_missing'],
  ])('of Stripe with %s is permanent', (status, stripeCode, code) => {
    const found = permanentFailure(ofStripe(status, stripeCode));
    expect(found).toMatchObject({ code, mayBeRace: false });
    expect(found?.reason).toContain('retry-dead');
    expect(found?.reason).not.toContain('cs_test_1');
  });

  it.each([402, 409, 424, 429, 500, 502, 503])('of Stripe with %s is tried again', (status) => {
    expect(permanentFailure(ofStripe(status))).toBeUndefined();
  });

  it('to reach Stripe is tried again', () => {
    const error = new Stripe.errors.StripeConnectionError({
      message: 'reset',
      type: 'api_error',
    });
    expect(permanentFailure(error)).toBeUndefined();
  });

  it('that we call permanent is, with our words', () => {
    expect(permanentFailure(new PermanentError('gone', 'it is gone'))).toEqual({
      code: 'gone',
      reason: 'it is gone',
      mayBeRace: false,
    });
    expect(permanentFailure(new Error('anything'))).toBeUndefined();
    expect(permanentFailure('a string')).toBeUndefined();
  });
});
