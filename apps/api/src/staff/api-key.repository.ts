import { Injectable } from '@nestjs/common';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { Database } from '../database/database';
import { apiKeys } from '../database/schema/staff-tables';
import type { ApiKeyRow } from '../database/schema/staff-tables';

/** Queries on the keys of the shop's own systems; no decisions. */
@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: Database) {}

  async insert(row: ApiKeyRow): Promise<void> {
    await this.database.queries.insert(apiKeys).values(row);
  }

  async findByPrefix(prefix: string): Promise<ApiKeyRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.prefix, prefix));
    return rows[0];
  }

  /** Oldest first, revoked ones too. */
  async all(): Promise<ApiKeyRow[]> {
    return this.database.queries.select().from(apiKeys).orderBy(asc(apiKeys.createdAt));
  }

  /** @returns its name, unless there is no such key or it was revoked before */
  async revoke(id: string, now: Date): Promise<string | undefined> {
    const rows = await this.database.queries
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ name: apiKeys.name });
    return rows[0]?.name;
  }
}
