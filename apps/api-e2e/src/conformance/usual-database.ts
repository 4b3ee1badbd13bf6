import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';

/**
 * What the API answers does not depend on where it keeps its data: PostgreSQL where there is one, which takes a third of
 * the work, else the embedded database; every night (`TEST_DATABASES=both`) the embedded one.
 */
export async function usualDatabase(): Promise<DatabaseKind> {
  if (process.env['TEST_DATABASES'] === 'both') return 'embedded';
  return (await findPostgresServer()) ? 'postgres' : 'embedded';
}
