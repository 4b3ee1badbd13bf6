import { randomUUID } from 'node:crypto';
import { JobQueue } from '../src/jobs/job-queue';
import type { TestApi } from './start-test-api';

const HOUR_MS = 60 * 60 * 1000;

/** Queues a search for the orders of an address, to be answered in an hour: nobody answers it meanwhile. */
export async function queueSearch(api: TestApi, email: string): Promise<void> {
  const job = { id: randomUUID(), email: email.toLowerCase() };
  const jobs = api.app.get(JobQueue, { strict: false });
  await api.database.transaction((tx) => jobs.send(tx, 'order.find', job, { delayMs: HOUR_MS }));
}
