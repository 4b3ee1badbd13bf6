import { describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { isRefusal } from '../stripe/is-refusal';
import { judgeRefusal } from './judge-refusal';

/** The error that the SDK makes of an answer. */
const errorOf = (statusCode: number, raw: object = {}) =>
  Stripe.errors.StripeError.generate({ type: 'invalid_request_error', statusCode, ...raw });

const refusal = (raw: object) => errorOf(400, raw);
const order = { totalMinor: 2400, currency: 'usd' };

describe('an answer of Stripe', () => {
  it.each([400, 401, 402, 403, 404])('of status %d refuses the call', (statusCode) => {
    expect(isRefusal(errorOf(statusCode))).toBe(true);
  });

  it.each([
    ['a limit', errorOf(429)],
    ['a limit told as 400', errorOf(400, { code: 'rate_limit' })],
    ['a key in use', errorOf(409)],
    ['an error of its own', errorOf(500)],
    ['being away', errorOf(503)],
    ['no answer', new Stripe.errors.StripeConnectionError({ type: 'api_error' })],
    ['anything else', new TypeError('x')],
  ])('that is %s does not', (_what, error) => {
    expect(isRefusal(error)).toBe(false);
  });
});

describe('a refused checkout', () => {
  it.each([
    ['amount_too_small', 30, 'usd', 'AMOUNT_TOO_SMALL', 50],
    ['amount_too_small', 49, 'jpy', 'AMOUNT_TOO_SMALL', 50],
    ['amount_too_small', 15_000, 'huf', 'AMOUNT_TOO_SMALL', 17_500],
    ['amount_too_large', 495_000_000, 'usd', 'AMOUNT_TOO_LARGE', 99_999_999],
    ['amount_too_large', 1_000_000_000_000, 'idr', 'AMOUNT_TOO_LARGE', 999_999_999_999],
  ])('%s of %d %s is %s and names %d', (code, totalMinor, currency, expected, amountMinor) => {
    expect(judgeRefusal(refusal({ code }), { totalMinor, currency }, [])).toEqual({
      code: expected,
      limit: { amountMinor, currency },
      alert: false,
    });
  });

  it.each([
    ['the total keeps the published limit', 'amount_too_small', 60, 'usd'],
    ['none is published', 'amount_too_small', 60, 'zar'],
    ['the total keeps the published limit', 'amount_too_large', 60, 'usd'],
  ])('names no limit where %s', (_why, code, totalMinor, currency) => {
    expect(judgeRefusal(refusal({ code }), { totalMinor, currency }, [])).not.toHaveProperty(
      'limit',
    );
  });

  it.each([
    ['the list of products lacks', {}, [2], [2], false],
    ['Stripe names', { param: 'line_items[1][price]' }, [], [1], true],
    ['Stripe names as a whole', { param: 'line_items[10]' }, [], [10], true],
    ['both say', { param: 'line_items[1][price]' }, [3, 0], [0, 1, 3], false],
  ])('names the lines that %s', (_who, raw, gone, lines, alert) => {
    expect(judgeRefusal(refusal(raw), order, gone)).toEqual({
      code: 'PRICE_NOT_AVAILABLE',
      errors: lines.map((index) => ({
        path: `items.${index}.priceId`,
        message: 'is not for sale',
      })),
      alert,
    });
  });

  it.each([
    ['another parameter', refusal({ param: 'shipping_address_collection[allowed_countries][1]' })],
    ['a quantity', refusal({ param: 'line_items[0][quantity]' })],
    ['the lines together', refusal({ param: 'line_items' })],
    ['no parameter', refusal({})],
    ['the key', errorOf(401, { code: 'api_key_expired' })],
    ['a permission', errorOf(403, { code: 'more_permissions_required' })],
  ])('because of %s is for a person', (_what, error) => {
    expect(judgeRefusal(error, order, [])).toEqual({ code: 'CHECKOUT_UNAVAILABLE', alert: true });
  });
});
