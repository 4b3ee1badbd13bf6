import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { isDatabaseUnavailable } from '../is-database-unavailable';
import { MicroBatcher } from './micro-batcher';
import type { WaitingLimits } from './micro-batcher';

const GONE = new Error('the database is gone');

/** Keeps what it is given; each batch waits until it is let go, and fails when told to. */
function slowStore(
  failure: (items: string[]) => Error | undefined = () => undefined,
  limits?: WaitingLimits,
) {
  const batches: string[][] = [];
  const stored: string[] = [];
  const letGo: (() => void)[] = [];
  const batcher = new MicroBatcher<string, string>(
    async (items) => {
      batches.push(items);
      await new Promise<void>((resolve) => letGo.push(resolve));
      const error = failure(items);
      if (error) throw error;
      stored.push(...items);
      return (item) => `${item} is stored`;
    },
    (error) => error === GONE,
    limits,
  );
  /** Lets batches go until everything has its outcome. */
  const finish = async (results: Promise<unknown>) => {
    let done = false;
    void results.finally(() => (done = true));
    while (!done) {
      letGo.splice(0).forEach((go) => go());
      await nextTurn();
    }
  };
  return { batcher, batches, stored, finish };
}

const outcomes = (results: PromiseSettledResult<string>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)));

describe('a batcher', () => {
  it('does at once what is asked alone, and together what is asked in one turn or meanwhile', async () => {
    const { batcher, batches, stored, finish } = slowStore();
    const alone = batcher.add('a');
    await nextTurn();
    expect(batches).toEqual([['a']]);
    const inOneTurn = ['b', 'c'].map((item) => batcher.add(item));
    await nextTurn();
    expect(batches).toEqual([['a'], ['b', 'c']]);
    const meanwhile = ['d', 'e', 'f'].map((item) => batcher.add(item));
    await nextTurn();
    expect(batches).toHaveLength(2);
    await finish(Promise.all([alone, ...inOneTurn, ...meanwhile]));
    expect(batches).toEqual([['a'], ['b', 'c'], ['d', 'e', 'f']]);
    expect(stored).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('gives each what is its own', async () => {
    const { batcher, finish } = slowStore();
    const results = Promise.all(['a', 'b', 'a'].map((item) => batcher.add(item)));
    await finish(results);
    expect(await results).toEqual(['a is stored', 'b is stored', 'a is stored']);
  });

  it('lets nothing fail for what came with it', async () => {
    const { batcher, stored, finish } = slowStore((items) =>
      items.includes('bad') ? new Error('bad') : undefined,
    );
    const items = ['a', 'b', 'c', 'bad', 'd'];
    const results = Promise.allSettled(items.map((item) => batcher.add(item)));
    await finish(results);
    expect(outcomes(await results)).toEqual([
      'a is stored',
      'b is stored',
      'c is stored',
      'Error: bad',
      'd is stored',
    ]);
    expect(stored).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells everybody in a batch when nothing can be done, without trying each', async () => {
    const { batcher, batches, finish } = slowStore(() => GONE);
    const items = Array.from({ length: 250 }, (_, index) => String(index));
    const results = Promise.allSettled(items.map((item) => batcher.add(item)));
    await finish(results);
    expect(new Set(outcomes(await results))).toEqual(new Set([String(GONE)]));
    expect(batches.length).toBe(3);
  });

  it('stops trying one by one when the database goes away meanwhile', async () => {
    let tries = 0;
    const { batcher, batches, finish } = slowStore((items) => {
      if (items.length > 1) return new Error('one of them is bad');
      tries += 1;
      return tries > 3 ? GONE : undefined;
    });
    const items = Array.from({ length: 50 }, (_, index) => String(index));
    const results = Promise.allSettled(items.map((item) => batcher.add(item)));
    await finish(results);
    const done = outcomes(await results).filter((outcome) => outcome.endsWith('is stored'));
    expect(done).toEqual(['0 is stored', '1 is stored', '2 is stored']);
    // All of them, those three, and the one that met it.
    expect(batches).toHaveLength(5);
  });

  it('takes new ones after a failure', async () => {
    let broken = true;
    const { batcher, stored, finish } = slowStore(() => (broken ? GONE : undefined));
    const first = Promise.allSettled([batcher.add('a')]);
    await finish(first);
    broken = false;
    const second = batcher.add('b');
    await finish(second);
    expect(stored).toEqual(['b']);
  });

  it('refuses at once what is too much, while the database is away', async () => {
    const { batcher, batches, finish } = slowStore(undefined, { items: 3, ms: 60_000 });
    const [first, second] = [batcher.add('a'), batcher.add('b')];
    await nextTurn();
    const third = batcher.add('c');
    await nextTurn();
    // Both batches hang; three more may wait.
    const waiting = ['d', 'e', 'f'].map((item) => batcher.add(item));
    const refused = await batcher.add('g').catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'DatabaseBusyError', reason: 'full' });
    expect(isDatabaseUnavailable(refused)).toBe(true);
    await finish(Promise.all([first, second, third, ...waiting]));
    expect(batches).toEqual([['a', 'b'], ['c'], ['d', 'e', 'f']]);
  });

  it('lets no more than one batch wait while it finds the database away, until one succeeds', async () => {
    let isAway = true;
    const { batcher, finish } = slowStore(() => (isAway ? GONE : undefined));
    await finish(Promise.allSettled([batcher.add('first')]));
    const hanging: Promise<string>[] = [];
    for (const item of ['a', 'b']) {
      hanging.push(batcher.add(item));
      await nextTurn();
    }
    const addMany = () =>
      Promise.allSettled(Array.from({ length: 150 }, (_, index) => batcher.add(String(index))));
    const many = addMany();
    isAway = false;
    await finish(many);
    const refused = outcomes(await many).filter((outcome) => outcome.includes('Too many'));
    expect(refused).toHaveLength(50);
    await Promise.all(hanging);
    const again = addMany();
    await finish(again);
    expect(outcomes(await again).every((outcome) => outcome.endsWith('is stored'))).toBe(true);
  });

  it('refuses what has waited too long, in time and without trying it', async () => {
    const { batcher, batches, finish } = slowStore(undefined, { items: 1000, ms: 50 });
    const hanging = [batcher.add('a')];
    await nextTurn();
    hanging.push(batcher.add('b'));
    await nextTurn();
    const startedMs = performance.now();
    const late = await Promise.allSettled(['c', 'd'].map((item) => batcher.add(item)));
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(49);
    const error = 'DatabaseBusyError: The request has waited too long for the database.';
    expect(outcomes(late)).toEqual([error, error]);
    // Whoever comes later has as long again.
    const next = batcher.add('e');
    await finish(Promise.all([...hanging, next]));
    expect(batches).toEqual([['a'], ['b'], ['e']]);
  });
});
