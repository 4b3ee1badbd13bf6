import { cpus, release, totalmem, type } from 'node:os';
import { findPostgresServer } from '../database/postgres-server';

/** Describes the machine for a reader: processor, memory, versions. */
export async function describeMachine(): Promise<string> {
  const [cpu] = cpus();
  const postgres = await (await findPostgresServer())?.version();
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    postgres ? `PostgreSQL ${postgres.split(' ')[0]}` : 'no PostgreSQL',
  ].join(', ');
}
