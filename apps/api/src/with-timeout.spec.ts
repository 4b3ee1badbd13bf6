import { describe, expect, it } from '@jest/globals';
import { withTimeout } from './with-timeout';

const never = new Promise<string>(() => undefined);

describe('withTimeout', () => {
  it('gives what the work gives, and leaves no timer behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout');
    const before = timers().length;
    expect(await withTimeout(Promise.resolve('done'), 60_000, () => 'late')).toBe('done');
    await expect(
      withTimeout(Promise.reject(new Error('of the work')), 60_000, () => 'late'),
    ).rejects.toThrow('of the work');
    expect(timers()).toHaveLength(before);
  });

  it('gives the other result when the work takes too long', async () => {
    expect(await withTimeout(never, 1, () => undefined)).toBeUndefined();
  });

  it('rejects with the error of onTimeout', async () => {
    const tooLate = () => {
      throw new RangeError('too late');
    };
    await expect(withTimeout(never, 1, tooLate)).rejects.toThrow(RangeError);
  });
});
