import { randomUUID } from 'node:crypto';
import type { Job } from '../machine/job-store';
import { outcomeOf } from '../machine/simulated-queue';
import { workerOf } from '../world/world';
import type { World } from '../world/world';
import { ALWAYS, event } from './world-event';
import type { Act } from './world-event';

const MINUTE_MS = 60_000;

/** A worker takes a job, runs it, and writes down how that ended. */
export function running(world: World, job: Job): Act {
  return async ({ process, queue }) => {
    const { kernel, client, jobs } = world;
    const handler = queue.handlers.get(job.name);
    if (!handler) throw new Error(`Nobody runs ${job.name}.`);
    await kernel.turn(process, `takes ${job.name}`, true);
    const { text, values } = jobs.taking(job.id, workerOf(process));
    // Another job with its key may have been taken in the meantime.
    const taken = await client.query(text, values).catch(() => ({ rows: [] }));
    if (taken.rows.length === 0) return;
    const { state, output } = await outcomeOf(handler, job.data, job.retryCount);
    world.note(`${job.name} ${state}`);
    await kernel.turn(process, `ends ${job.name}`, true);
    for (const one of jobs.ending(job, state, output)) await client.query(one.text, one.values);
  };
}

/** Queues the sweep of the minute, unless one waits, and runs it. */
export async function sweeping(world: World): Promise<Act[]> {
  const { text, values } = world.jobs.insertion('order.sweep', [{ id: randomUUID(), data: {} }]);
  await world.client.query(text, values);
  world.kernel.hasWritten = true;
  await world.look();
  const job = world.due.find(({ name }) => name === 'order.sweep');
  return job ? [running(world, job)] : [];
}

export const workerEvents = [
  event({
    who: 'a worker',
    name: 'runs a job',
    weight: 14,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ due }) => due,
    happen: (world, job) => [running(world, job)],
  }),
  event({
    who: 'two workers',
    name: 'run two jobs at once',
    weight: 5,
    needs: ['shop', 'stripe', 'answer'],
    subjects: ({ due }) => (due.length > 1 ? due : []),
    happen: (world, job) => {
      const other = world.due.find((one) => one !== job) ?? job;
      return [running(world, job), running(world, other)];
    },
  }),
  event({
    who: 'the clock',
    name: 'starts a sweep',
    weight: 3,
    needs: ['shop', 'stripe'],
    subjects: ALWAYS,
    happen: (world) => sweeping(world),
  }),
  ...[
    { name: 'moves on by seconds', weight: 4, mostMs: 20_000 },
    { name: 'moves on by minutes', weight: 3, mostMs: 20 * MINUTE_MS },
    { name: 'moves on by hours', weight: 1, mostMs: 26 * 60 * MINUTE_MS },
  ].map(({ name, weight, mostMs }) =>
    event({
      who: 'the clock',
      name,
      weight,
      needs: [],
      subjects: ALWAYS,
      happen: ({ time }, _subject, draw) => {
        time.moveTo(time.nowMs + 1 + draw.int(mostMs));
        return [];
      },
    }),
  ),
];
