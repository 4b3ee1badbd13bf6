import type { Queue, UpdateQueueOptions } from 'pg-boss';

/**
 * @param known the queue as the database has it
 * @param wanted its options in this build
 * @returns all options that pg-boss can change, when one of them differs: it checks some of them together. Otherwise
 * undefined
 */
export function queueChanges(
  known: Omit<Queue, 'name'>,
  { policy: _policy, partition: _partition, ...wanted }: Omit<Queue, 'name'>,
): UpdateQueueOptions | undefined {
  const has = known as Record<string, unknown>;
  return Object.entries(wanted).some(([name, value]) => has[name] !== value) ? wanted : undefined;
}
