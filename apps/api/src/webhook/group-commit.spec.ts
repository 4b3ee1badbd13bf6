import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit';

const GONE = new Error('the database is gone');

/** Keeps what it is given; each write waits until it is let go, and fails when told to. */
function slowStore(failure: (items: string[]) => Error | undefined = () => undefined) {
  const groups: string[][] = [];
  const stored: string[] = [];
  const letGo: (() => void)[] = [];
  const commit = new GroupCommit<string>(
    async (items) => {
      groups.push(items);
      await new Promise<void>((resolve) => letGo.push(resolve));
      const error = failure(items);
      if (error) throw error;
      stored.push(...items);
    },
    (error) => error === GONE,
  );
  /** Lets writes go until nothing is being written any more. */
  const finish = async (results: Promise<unknown>) => {
    let done = false;
    void results.finally(() => (done = true));
    while (!done) {
      letGo.splice(0).forEach((go) => go());
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { commit, groups, stored, finish };
}

const outcomes = (results: PromiseSettledResult<void>[]) =>
  results.map((result) => (result.status === 'fulfilled' ? 'stored' : String(result.reason)));

describe('a group commit', () => {
  it('writes at once what arrives alone, and together what arrives meanwhile', async () => {
    const { commit, groups, stored, finish } = slowStore();
    const results = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((item) => commit.add(item)));
    expect(groups).toEqual([['a'], ['b']]);
    await finish(results);
    expect(groups).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
    expect(stored).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('lets nothing fail for what came with it', async () => {
    const { commit, stored, finish } = slowStore((items) =>
      items.includes('bad') ? new Error('bad') : undefined,
    );
    const items = ['a', 'b', 'c', 'bad', 'd'];
    const results = Promise.allSettled(items.map((item) => commit.add(item)));
    await finish(results);
    expect(outcomes(await results)).toEqual(['stored', 'stored', 'stored', 'Error: bad', 'stored']);
    expect(stored).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells everybody who waits when nothing can be written, without trying each', async () => {
    const { commit, groups, finish } = slowStore(() => GONE);
    const items = Array.from({ length: 250 }, (_, index) => String(index));
    const results = Promise.allSettled(items.map((item) => commit.add(item)));
    await finish(results);
    expect(new Set(outcomes(await results))).toEqual(new Set([String(GONE)]));
    expect(groups.length).toBeLessThanOrEqual(3);
  });

  it('stops trying one by one when the database goes away meanwhile', async () => {
    let tries = 0;
    const { commit, groups, finish } = slowStore((items) => {
      if (items.length > 1) return new Error('one of them is bad');
      tries += 1;
      return tries > 3 ? GONE : undefined;
    });
    const items = Array.from({ length: 50 }, (_, index) => String(index));
    const results = Promise.allSettled(items.map((item) => commit.add(item)));
    await finish(results);
    // Two alone at first, then one of the group that failed.
    expect(outcomes(await results).filter((outcome) => outcome === 'stored')).toHaveLength(3);
    expect(groups.length).toBeLessThanOrEqual(5);
  });

  it('takes new ones after a failure', async () => {
    let broken = true;
    const { commit, stored, finish } = slowStore(() => (broken ? GONE : undefined));
    const first = Promise.allSettled([commit.add('a')]);
    await finish(first);
    broken = false;
    const second = commit.add('b');
    await finish(second);
    expect(stored).toEqual(['b']);
  });
});
