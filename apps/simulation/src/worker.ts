import { workerData } from 'node:worker_threads';
import { register } from './loader/register.ts';
import { bugOf } from './planted/bugs.ts';

const { bug, tier } = workerData as { bug: string | undefined; tier: 'a' | 'b' };
register(bugOf(bug));
if (tier === 'a') await import('./decisions/range-worker.ts');
else await import('./system/history/range-worker.ts');
