import { decisionBugs } from './decision-bugs.ts';
import { parcelBugs } from './parcel-bugs.ts';
import type { PlantedBug } from './planted-bug.ts';
import { systemBugs } from './system-bugs.ts';

export const bugs: readonly PlantedBug[] = [...decisionBugs, ...parcelBugs, ...systemBugs];

/** @throws when there is no bug of that name */
export function bugOf(name: string | undefined): PlantedBug | undefined {
  const bug = bugs.find((one) => one.name === name);
  if (name !== undefined && !bug) throw new Error(`There is no planted bug "${name}".`);
  return bug;
}
