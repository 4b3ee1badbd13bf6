import { createPostgresCluster } from '@shop/stack';
import type { PostgresCluster } from '@shop/stack';
import { onCleanUp } from '../cleanup-registry';

/** Starts a PostgreSQL server that ends with the run; undefined when PostgreSQL is not installed. */
export const createCluster = (durable = false): Promise<PostgresCluster | undefined> =>
  createPostgresCluster(onCleanUp, durable);
