import type { World } from '../world/world';
import { liveSteps } from './run-history';
import type { LivedHistory } from './run-history';

/** Without ids and amounts, which change when steps are left out. */
export const kindOf = (message: string) => message.split(':')[0]?.replace(/\d+/g, '#') ?? '';

/** Leaves out steps, many at first and then one by one, as long as the same promise breaks. */
export async function shrink(
  world: World,
  seed: number,
  number: number,
  { steps, error }: LivedHistory,
): Promise<LivedHistory> {
  const kind = kindOf(error?.message ?? '');
  let best = await liveSteps(world, seed, number, steps);
  for (
    let size = Math.ceil(steps.length / 2);
    size >= 1;
    size = size > 1 ? Math.ceil(size / 2) : 0
  ) {
    for (let from = best.steps.length - size; from > -size; from -= size) {
      const left = best.steps.filter((_, at) => at < from || at >= from + size);
      const lived = await liveSteps(world, seed, number, left);
      if (lived.error && kindOf(lived.error.message) === kind) best = lived;
    }
  }
  return best;
}
