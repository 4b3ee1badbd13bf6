import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { deployments } from '../database/schema/deployment-tables';

/** Queries on the id of this deployment; no decisions. */
@Injectable()
export class DeploymentRepository {
  constructor(private readonly database: Database) {}

  /** @returns the id that is kept; the candidate is kept if there was none. Replicas that ask at once get the same */
  async findOrKeep(candidate: string, now: Date): Promise<string> {
    const { queries } = this.database;
    const known = await queries.select({ id: deployments.id }).from(deployments);
    if (known[0]) return known[0].id;
    await queries
      .insert(deployments)
      .values({ id: candidate, createdAt: now })
      .onConflictDoNothing();
    const [kept] = await queries.select({ id: deployments.id }).from(deployments);
    return kept?.id ?? candidate;
  }
}
