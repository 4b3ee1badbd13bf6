import type { Query } from '@shop/shop-harness/database/shop-database';

/**
 * Lets hours pass for what is to be told: every time that the steps, their attempts and their jobs have is moved into the
 * past. The API does not run meanwhile.
 */
export async function makeOlder(query: Query, hours: number): Promise<void> {
  const older = (...columns: string[]) =>
    columns.map((column) => `${column} = ${column} - interval '${hours} hours'`).join(', ');
  await query(
    `update fulfilments set ${older('staged_at', 'due_at', 'not_before', 'next_attempt_at', 'done_at')}`,
  );
  await query(`update deliveries set ${older('at')}`);
  await query(
    `update pgboss.job set ${older('start_after')} where name = 'order.deliver' and state in ('created', 'retry')`,
  );
}
