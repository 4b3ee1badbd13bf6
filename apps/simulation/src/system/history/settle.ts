import { delivery } from '../events/network-events';
import { running, sweeping } from '../events/worker-events';
import type { Act } from '../events/world-event';
import { lookAt } from '../promises/after-each-step';
import { promise } from '../../promises/promise';
import { runActs } from './run-acts';
import type { World } from '../world/world';

const MINUTE_MS = 60_000;
/** In which everything that was under way has to end. Jobs wait for at most an hour between two tries. */
const MOST_MINUTES = 72 * 60;
/** So many sweeps find nothing to do, and a session and its order have had the time to end. */
const IDLE_SWEEPS = 4;
const SESSION_MINUTES = 65;

/** Faults have ended: Stripe delivers what it has, workers run what is due, sweeps pass, until nothing is left to do. */
export async function settle(world: World): Promise<number> {
  const startMs = world.time.nowMs;
  world.outside.moods = { mail: 'up', merchant: 'up' };
  world.isEndpointOn = true;
  let idleSweeps = 0;
  while (idleSweeps < IDLE_SWEEPS) {
    const letter = world.mailbag[0];
    const job = world.due[0];
    if (letter) await one(world, delivery(world, letter));
    else if (job) await one(world, running(world, job));
    else {
      const nextMs = Math.min(Infinity, ...world.rows.jobs.map(({ startMs }) => startMs));
      const minutes = idleSweeps === 1 ? SESSION_MINUTES : idleSweeps === 2 ? 31 : 11;
      const sweepMs = world.time.nowMs + minutes * MINUTE_MS;
      world.time.moveTo(Math.min(nextMs, sweepMs));
      const [sweep] = await sweeping(world);
      if (sweep) await one(world, sweep);
      idleSweeps =
        nextMs < Infinity || world.due.length > 0 || world.mailbag.length > 0 ? 0 : idleSweeps + 1;
    }
    const minutes = (world.time.nowMs - startMs) / MINUTE_MS;
    promise(minutes < MOST_MINUTES, `everything ends within ${MOST_MINUTES} minutes`);
  }
  return Math.round((world.time.nowMs - startMs) / MINUTE_MS);
}

async function one(world: World, act: Act): Promise<void> {
  const before = world.rows;
  await runActs(world, [act], 0);
  await world.look();
  lookAt(world, before);
}
