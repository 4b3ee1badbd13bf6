import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { holds } from '@shop/shop-harness/results/bound';
import type { Bound } from '@shop/shop-harness/results/bound';

export type Length = 'full' | 'short';

type Target = Record<string, Bound>;

/** What was seen. Measures without a target are there to be read. */
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

/** One promise of the system, put to the test against the built apps from outside. */
export interface Drill {
  /** What `npm run drills -- <name>` calls it. */
  name: string;
  promise: number;
  /** The promise in a few words. */
  says: string;
  databases: readonly DatabaseKind[];
  /** Its targets are times: nothing else runs beside it. */
  timed?: boolean;
  /** Its targets are rates, for a machine with nothing else to do: not part of npm test. */
  rates?: boolean;
  run: (surroundings: Surroundings, length: Length) => Promise<Finding>;
}

/** A drill and how large it is in full and in short: the same steps, other numbers. */
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

/** Whether a measure is a time or a rate: worth something only from a machine that does nothing else. */
export const isAboutTime = (measure: string): boolean => /(Ms|ASecond)$/.test(measure);

/** Names of the targets that were missed. A measure that is missing is a miss. */
export function missesOf({ target, measured }: Finding): string[] {
  return Object.entries(target)
    .filter(([name, bound]) => !holds(measured[name], bound))
    .map(([name]) => name);
}
