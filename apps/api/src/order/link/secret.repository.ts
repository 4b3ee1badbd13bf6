import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database } from '../../database/database';
import { secrets } from '../../database/schema/secret-tables';

/** Queries on keys that are made once; no decisions. */
@Injectable()
export class SecretRepository {
  constructor(private readonly database: Database) {}

  /** @returns the value that is kept; the candidate is kept if there was none. Replicas that ask at once get the same */
  async findOrKeep(name: string, candidate: string, now: Date): Promise<string> {
    const known = await this.find(name);
    if (known !== undefined) return known;
    await this.database.queries
      .insert(secrets)
      .values({ name, value: candidate, createdAt: now })
      .onConflictDoNothing();
    return (await this.find(name)) ?? candidate;
  }

  private async find(name: string): Promise<string | undefined> {
    const [row] = await this.database.queries
      .select({ value: secrets.value })
      .from(secrets)
      .where(eq(secrets.name, name));
    return row?.value;
  }
}
