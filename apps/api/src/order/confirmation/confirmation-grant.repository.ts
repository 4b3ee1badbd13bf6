import { Injectable } from '@nestjs/common';
import { and, eq, gt } from 'drizzle-orm';
import { Database } from '../../database/database';
import { confirmationGrants } from '../../database/schema/tables';

/** Queries on which browsers may see which orders in full; no decisions. */
@Injectable()
export class ConfirmationGrantRepository {
  constructor(private readonly database: Database) {}

  async grant(orderId: string, browserHash: string, expiresAt: Date): Promise<void> {
    await this.database.queries
      .insert(confirmationGrants)
      .values({ orderId, browserHash, expiresAt })
      .onConflictDoUpdate({
        target: [confirmationGrants.orderId, confirmationGrants.browserHash],
        set: { expiresAt },
      });
  }

  async isGranted(orderId: string, browserHash: string, now: Date): Promise<boolean> {
    const rows = await this.database.queries
      .select({ orderId: confirmationGrants.orderId })
      .from(confirmationGrants)
      .where(
        and(
          eq(confirmationGrants.orderId, orderId),
          eq(confirmationGrants.browserHash, browserHash),
          gt(confirmationGrants.expiresAt, now),
        ),
      );
    return rows.length > 0;
  }
}
