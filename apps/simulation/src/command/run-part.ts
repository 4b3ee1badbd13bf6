import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Range } from '../decisions/run-range';

interface Part extends Range {
  tier: 'a' | 'b';
  bug: string | undefined;
}

/** Lives a part of the histories in a thread of its own. @throws what breaks the thread itself */
export async function runPart<Result>(workerData: Part): Promise<Result> {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { workerData });
  const [result] = (await once(worker, 'message')) as [Result];
  await worker.terminate();
  return result;
}
