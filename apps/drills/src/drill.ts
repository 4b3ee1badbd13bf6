import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { holds } from '@shop/shop-harness/results/bound';
import type { Bound } from '@shop/shop-harness/results/bound';

export type Length = 'full' | 'short';

type Target = Record<string, Bound>;

/** What was measured. Measures without a target are only for the reader. */
export type Measured = Record<string, number | Record<string, number>>;

export interface Finding {
  target: Target;
  measured: Measured;
}

export interface Surroundings {
  database: DatabaseKind;
  /** Progress of long drills, for a person. */
  say: (progress: string) => void;
}

/** Tests one promise of the system against the built apps from outside. */
export interface Drill {
  /** What `npm run drills -- <name>` calls it. */
  name: string;
  promise: number;
  /** The promise in a few words. */
  says: string;
  databases: readonly DatabaseKind[];
  /** Its targets are times, so no other drill runs at the same time. */
  timed?: boolean;
  /** Its targets are rates, which need a machine that does nothing else. It is not part of npm test. */
  rates?: boolean;
  /** The longest time of its short form, where it is more than usual: it may install packages first. */
  shortFormMs?: number;
  /** Why it cannot run here; undefined when it can. */
  whyNot?: (database: DatabaseKind) => Promise<string | undefined>;
  run: (surroundings: Surroundings, length: Length) => Promise<Finding>;
}

/** Defines a drill with its sizes. The full and the short form have the same steps and other numbers. */
export function defineDrill<Size>({
  sizes,
  run,
  ...drill
}: Omit<Drill, 'run'> & {
  sizes: Record<Length, Size>;
  run: (surroundings: Surroundings, size: Size) => Promise<Finding>;
}): Drill {
  return { ...drill, run: (surroundings, length) => run(surroundings, sizes[length]) };
}

/** Whether a measure is a time or a rate. Those only mean something on a machine that does nothing else. */
export const isAboutTime = (measure: string): boolean => /(Ms|ASecond)$/.test(measure);

/** The names of the missed targets. A missing measure is a miss. */
export function missesOf({ target, measured }: Finding): string[] {
  return Object.entries(target)
    .filter(([name, bound]) => !holds(measured[name], bound))
    .map(([name]) => name);
}
