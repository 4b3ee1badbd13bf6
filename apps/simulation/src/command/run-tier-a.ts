import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { runRange, together } from '../decisions/run-range';
import type { Options } from './options';
import type { Range, RangeResult } from '../decisions/run-range';

/** Lives the histories in so many threads. */
export async function runTierA(
  { seed, threads, bug }: Pick<Options, 'seed' | 'threads' | 'bug'>,
  histories: number,
): Promise<RangeResult> {
  const ranges = Array.from({ length: threads }, (_, from) => ({
    seed,
    from,
    histories,
    stride: threads,
  }));
  if (threads === 1) return together(ranges.map(runRange));
  return together(await Promise.all(ranges.map((range) => runPart({ ...range, bug }))));
}

async function runPart(workerData: Range & { bug: string | undefined }): Promise<RangeResult> {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { workerData });
  const [result] = (await once(worker, 'message')) as [RangeResult];
  await worker.terminate();
  return result;
}
