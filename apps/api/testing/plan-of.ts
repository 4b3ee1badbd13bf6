import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import type { TestApi } from './start-test-api';

/** How the database reads a query. It prefers to read and sort small tables whole, so it is not let. */
export const planOf = (api: TestApi, query: SQLWrapper): Promise<string> =>
  api.database.transaction(async (tx) => {
    for (const way of ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'])
      await tx.execute(sql.raw(`set local enable_${way} = off`));
    const { rows } = await tx.execute(sql`explain ${query.getSQL()}`);
    return rows.map((row) => String(Object.values(row)[0])).join('\n');
  });
