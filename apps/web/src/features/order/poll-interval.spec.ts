/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../api-client/api-error';
import { pollInterval } from './poll-interval';

const asked = (times: number, change: object = {}) => ({
  data: { final: false },
  error: null,
  dataUpdateCount: times,
  errorUpdateCount: 0,
  ...change,
});

describe('asking again', () => {
  it('begins after a second and slows down to half a minute', () => {
    const waits = [1, 2, 3, 4, 10, 11, 1000].map((times) => pollInterval(asked(times)));
    expect(waits).toEqual([1000, 1500, 2000, 3000, 30_000, 30_000, 30_000]);
  });

  it('ends when the state is final', () => {
    expect(pollInterval(asked(1, { data: { final: true } }))).toBe(false);
  });

  it('goes on while a final order cannot be read anew, and ends when it can', () => {
    const final = { data: { final: true }, errorUpdateCount: 1 };
    const error = new ApiError('SERVICE_UNAVAILABLE');
    expect(pollInterval(asked(1, { ...final, error }))).toBe(1500);
    expect(pollInterval(asked(2, final))).toBe(false);
  });

  it('ends when the API no longer knows an order that was final', () => {
    const error = new ApiError('ORDER_NOT_FOUND');
    const gone = { data: { final: true }, error, errorUpdateCount: 3 };
    expect(pollInterval(asked(1, gone))).toBe(false);
  });

  it('ends at an id that is none', () => {
    const error = new ApiError('INVALID_SESSION_ID');
    expect(pollInterval(asked(0, { data: undefined, error, errorUpdateCount: 1 }))).toBe(false);
  });

  it('gives an unknown id some seconds: Stripe may know its recovered session before the shop', () => {
    const error = new ApiError('ORDER_NOT_FOUND');
    const waits = [1, 2, 3, 4].map((errorUpdateCount) =>
      pollInterval(asked(0, { data: undefined, error, errorUpdateCount })),
    );
    expect(waits).toEqual([1000, 1500, 2000, false]);
  });

  it('goes on, slower, when there is no answer', () => {
    const error = new ApiError('NO_CONNECTION');
    expect(pollInterval(asked(2, { error, errorUpdateCount: 2 }))).toBe(3000);
  });

  it('waits at least as long as the API asks for', () => {
    const error = new ApiError('RATE_LIMITED', { retryAfterMs: 17_000 });
    expect(pollInterval(asked(1, { error }))).toBe(17_000);
  });
});
