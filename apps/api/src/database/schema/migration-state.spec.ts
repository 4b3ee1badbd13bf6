import { describe, expect, it } from '@jest/globals';
import { compareMigrations } from './migration-state';

describe('a database', () => {
  it.each([
    ['is ready with the migrations of this build', ['a', 'b'], 'ready'],
    ['is ready with those and newer ones', ['a', 'b', 'c'], 'ready'],
    ['is behind without the last one', ['a'], 'behind'],
    ['is behind without any', [], 'behind'],
    ['is different when a migration has another content', ['a', 'x'], 'different'],
    ['is different when one has another place', ['b', 'a'], 'different'],
    ['is different when one is missing below a newer one', ['a', 'c', 'd'], 'different'],
    ['is different rather than behind', ['x'], 'different'],
  ])('%s', (_, applied, state) => {
    expect(compareMigrations(applied, ['a', 'b'])).toBe(state);
  });
});
