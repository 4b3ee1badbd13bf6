import { createPostgresCluster } from '@shop/stack';
import type { PostgresCluster } from '@shop/stack';
import { onCleanUp } from '../cleanup-registry';

/** A PostgreSQL server of our own, ended with the run; undefined where PostgreSQL is not installed. */
export const createCluster = (durable = false): Promise<PostgresCluster | undefined> =>
  createPostgresCluster(onCleanUp, durable);
