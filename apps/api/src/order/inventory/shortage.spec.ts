import { describe, expect, it } from '@jest/globals';
import { shortagesOf } from './shortage';

describe('the shortages of an order', () => {
  const line = { name: 'Mug', quantity: 2, reserved: 3, limit: 5 };

  it('are none while all of it can be reserved, or is not counted', () => {
    expect(shortagesOf([line, { ...line, reserved: 999, limit: null }])).toEqual([]);
  });

  it('name what is wanted and what is left, which is never less than nothing', () => {
    const name = 'Cup';
    expect(
      shortagesOf([line, { ...line, name, reserved: 4 }, { ...line, name, reserved: 9 }]),
    ).toEqual([
      { name, wanted: 2, left: 1 },
      { name, wanted: 2, left: 0 },
    ]);
  });
});
