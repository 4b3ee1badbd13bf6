import { Injectable } from '@nestjs/common';
import { asc, eq, sql } from 'drizzle-orm';
import { Database } from '../../database/database';
import { confirmationGrants } from '../../database/schema/access-tables';
import { withdrawals } from '../../database/schema/withdrawal-tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { orders } from '../../database/schema/tables';
import type { OrderRow } from '../../database/schema/tables';
import { hasEmail, isSearchBy, ofPerson } from './has-email';

/** Queries on what is held of a person; no decisions. */
@Injectable()
export class PersonalDataRepository {
  constructor(private readonly database: Database) {}

  /** The orders with this address, oldest first. */
  async ordersOf(email: string): Promise<OrderRow[]> {
    return this.database.queries
      .select()
      .from(orders)
      .where(hasEmail(email))
      .orderBy(asc(orders.createdAt));
  }

  /** What was declared from this address, or about one of these orders, oldest first. */
  async withdrawalsOf(email: string, orderNumbers: readonly string[]): Promise<WithdrawalRow[]> {
    return this.database.queries
      .select()
      .from(withdrawals)
      .where(ofPerson(email, orderNumbers))
      .orderBy(asc(withdrawals.sequence));
  }

  /** Who else may see an order in full, without the hash that tells browsers apart. */
  async grantsOf(orderId: string) {
    const { grantedAt, expiresAt, givenBy } = confirmationGrants;
    return this.database.queries
      .select({ grantedAt, expiresAt, givenBy })
      .from(confirmationGrants)
      .where(eq(confirmationGrants.orderId, orderId));
  }

  /** Searches for orders by this address that are in the queue. */
  async searchesBy(email: string) {
    const { rows } = await this.database.queries.execute<{ state: string; data: unknown }>(
      sql`select state, data from pgboss.job where ${isSearchBy(email)} order by created_on`,
    );
    return rows.map(({ state, data }) => ({ state, data }));
  }

  /** Jobs that tell of an order: what they carry, and how they ended. */
  async jobsOf(orderId: string) {
    const { rows } = await this.database.queries.execute<{
      name: string;
      state: string;
      data: unknown;
      output: unknown;
    }>(
      sql`select name, state, data, output from pgboss.job where data ->> 'orderId' = ${orderId}
        order by created_on`,
    );
    return rows.map(({ name, state, data, output }) => ({ queue: name, state, data, output }));
  }
}
