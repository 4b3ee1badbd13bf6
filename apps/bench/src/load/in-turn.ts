import type { Length, Say } from '../bench';
import { load, warmUp } from './load';
import type { Load, Loaded, LoadedInRounds } from './load';
import { median } from './median';

export interface Rounds {
  /** Rounds for each server. The median of all rounds is the result. */
  rounds: number;
  seconds: number;
  /** Warm-up of each server before the first round, in seconds. */
  warmUpSeconds: number;
}

/** In full about a minute for two servers; in quick a second for each. */
export const usualRounds = {
  full: { rounds: 5, seconds: 5, warmUpSeconds: 4 },
  quick: { rounds: 1, seconds: 0.7, warmUpSeconds: 0.3 },
} satisfies Record<Length, Rounds>;

/**
 * Loads several servers in turn, in several rounds, so that other work on the machine affects all of them.
 * @returns for each server the medians of its rounds, and the rounds
 */
export async function inTurn<Name extends string>(
  loads: Record<Name, Omit<Load, 'seconds'>>,
  { rounds, seconds, warmUpSeconds }: Rounds,
  say: Say,
): Promise<Record<Name, LoadedInRounds>> {
  const entries = Object.entries(loads) as [Name, Omit<Load, 'seconds'>][];
  for (const [, one] of entries) await warmUp({ ...one, seconds: warmUpSeconds });
  const seen = new Map<Name, Loaded[]>(entries.map(([name]) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, one] of entries) {
      const loaded = await load({ ...one, seconds });
      say(`${round}/${rounds} ${name}: ${Math.round(loaded.aSecond)} a second`);
      seen.get(name)?.push(loaded);
    }
  }
  const middle = (all: Loaded[]): LoadedInRounds => ({
    rounds: all,
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
    aSecond: median(all.map(({ aSecond }) => aSecond)),
    p50Ms: median(all.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(all.map(({ p99Ms }) => p99Ms)),
  });
  return Object.fromEntries([...seen].map(([name, all]) => [name, middle(all)])) as Record<
    Name,
    LoadedInRounds
  >;
}
