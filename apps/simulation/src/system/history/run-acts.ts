import type { Act } from '../events/world-event';
import type { World } from '../world/world';

/**
 * Asks the processes in turn, all at once. Of those that are stopped meanwhile nothing more comes.
 * @param first the place of the process that is asked first
 * @throws the first thing that any of them breaks
 */
export async function runActs(world: World, acts: readonly Act[], first: number): Promise<void> {
  const broken: unknown[] = [];
  const tasks = acts.map((act, at) => {
    const replica = world.replicas[(first + at) % 2];
    if (!replica) throw new Error('Both processes run.');
    const work = () => act(replica).catch((error: unknown) => void broken.push(error));
    return { process: replica.process, work };
  });
  await world.kernel.run(tasks);
  const [found] = broken;
  if (found !== undefined) throw found instanceof Error ? found : new Error(JSON.stringify(found));
}
