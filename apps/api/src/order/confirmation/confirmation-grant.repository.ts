import { Injectable } from '@nestjs/common';
import { and, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { confirmationGrants } from '../../database/schema/access-tables';
import { orders } from '../../database/schema/tables';

/** Queries on which browsers may see which orders in full; no decisions. */
@Injectable()
export class ConfirmationGrantRepository {
  constructor(private readonly database: Database) {}

  /** Grants access, and drops the oldest grants of the order beyond `most`. The order's row is locked meanwhile. */
  async grant(
    grant: { orderId: string; browserHash: string; expiresAt: Date; givenBy: 'address' | null },
    most: number,
    now: Date,
  ): Promise<void> {
    const { orderId, browserHash, grantedAt, expiresAt, givenBy } = confirmationGrants;
    const ofOrder = eq(orderId, grant.orderId);
    await this.database.transaction(async (tx) => {
      await tx
        .select({ id: orders.id })
        .from(orders)
        .where(eq(orders.id, grant.orderId))
        .for('update');
      await tx
        .insert(confirmationGrants)
        .values({ ...grant, grantedAt: now })
        .onConflictDoUpdate({
          target: [orderId, browserHash],
          // What the checkout has given is never less for being given by the address too.
          set: {
            expiresAt: sql`greatest(${expiresAt}, excluded.expires_at)`,
            grantedAt: now,
            givenBy: sql`case when excluded.given_by is null then null else ${givenBy} end`,
          },
        });
      const tooMany = tx
        .select({ browserHash })
        .from(confirmationGrants)
        .where(ofOrder)
        .orderBy(sql`${grantedAt} desc nulls last`, desc(expiresAt))
        .offset(most);
      await tx.delete(confirmationGrants).where(and(ofOrder, inArray(browserHash, tooMany)));
    });
  }

  /** Removes grants that have expired. @returns how many */
  async removeExpired(now: Date, limit: number): Promise<number> {
    const { orderId, browserHash, expiresAt } = confirmationGrants;
    const expired = this.database.queries
      .select({ orderId, browserHash })
      .from(confirmationGrants)
      .where(lt(expiresAt, now))
      .limit(limit);
    const rows = await this.database.queries
      .delete(confirmationGrants)
      .where(sql`(${orderId}, ${browserHash}) in ${expired}`)
      .returning({ orderId });
    return rows.length;
  }

  isGranted(orderId: string, browserHash: string, now: Date): Promise<boolean> {
    return this.exists(orderId, browserHash, now);
  }

  isGrantedByCheckout(orderId: string, browserHash: string, now: Date): Promise<boolean> {
    return this.exists(orderId, browserHash, now, isNull(confirmationGrants.givenBy));
  }

  /** Ends what the order's e-mail address has opened. */
  async endThoseOfAddress(tx: Transaction, id: string): Promise<void> {
    const { orderId, givenBy } = confirmationGrants;
    await tx.delete(confirmationGrants).where(and(eq(orderId, id), eq(givenBy, 'address')));
  }

  private async exists(
    orderId: string,
    browserHash: string,
    now: Date,
    also?: SQL,
  ): Promise<boolean> {
    const rows = await this.database.queries
      .select({ orderId: confirmationGrants.orderId })
      .from(confirmationGrants)
      .where(
        and(
          eq(confirmationGrants.orderId, orderId),
          eq(confirmationGrants.browserHash, browserHash),
          gt(confirmationGrants.expiresAt, now),
          also,
        ),
      );
    return rows.length > 0;
  }
}
