import { parentPort, workerData } from 'node:worker_threads';
import { runRange } from './run-range';
import type { Range } from './run-range';

parentPort?.postMessage(runRange(workerData as Range));
