import { parentPort, workerData } from 'node:worker_threads';
import { runRange } from './run-range';
import type { Range } from '../../decisions/run-range';

parentPort?.postMessage(await runRange(workerData as Range));
