import { jest } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { Clock } from '../src/clock/clock';
import type { TestApi } from './start-test-api';

/**
 * Lets the API live so many milliseconds later: what waits for its time until then runs now. Events that Stripe signs
 * meanwhile are too old for it.
 */
export async function later<T>(api: TestApi, ms: number, work: () => Promise<T>): Promise<T> {
  const clock = api.app.get(Clock);
  const now = clock.now.bind(clock);
  const ahead = jest.spyOn(clock, 'now').mockImplementation(() => new Date(now().getTime() + ms));
  try {
    await api.database.queries.execute(
      sql`update pgboss.job set start_after = now() where name in ('order.deliver', 'order.withdrawal') and state = 'created'
        and start_after < now() + ${ms} * interval '1 millisecond'`,
    );
    return await work();
  } finally {
    ahead.mockRestore();
  }
}
