import { workerData } from 'node:worker_threads';
import { register } from './loader/register.ts';
import { bugOf } from './planted/bugs.ts';

const { bug } = workerData as { bug: string | undefined };
register(bugOf(bug));
await import('./decisions/range-worker.ts');
