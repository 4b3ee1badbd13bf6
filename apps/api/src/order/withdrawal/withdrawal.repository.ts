import { Injectable } from '@nestjs/common';
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, min, ne, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { WithdrawalFilter } from '@shop/contract';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { orders } from '../../database/schema/tables';
import { withdrawalDeliveries, withdrawals } from '../../database/schema/withdrawal-tables';
import type { WithdrawalDeliveryRow, WithdrawalRow } from '../../database/schema/withdrawal-tables';

/** Any number that no other lock has: records are added one after the other, by all replicas together. */
const CHAIN_LOCK = 7_305_463;

/** Which records a list has. */
export interface WithdrawalPage {
  limit: number;
  /** The sequence of the last record that was shown. */
  before?: number | undefined;
  filter?: WithdrawalFilter | undefined;
}

/** Queries on withdrawals; no decisions. */
@Injectable()
export class WithdrawalRepository {
  constructor(private readonly database: Database) {}

  async findByContent(
    contentHash: string,
    queries: Transaction = this.database.queries,
  ): Promise<WithdrawalRow | undefined> {
    const [row] = await queries
      .select()
      .from(withdrawals)
      .where(eq(withdrawals.contentHash, contentHash));
    return row;
  }

  async find(
    reference: string,
  ): Promise<(WithdrawalRow & { counted: boolean | null }) | undefined> {
    const [row] = await this.database.queries
      .select()
      .from(withdrawals)
      .where(eq(withdrawals.reference, reference));
    return row;
  }

  /** Until the transaction ends nobody else adds a record. @returns the last one */
  async lockChain(tx: Transaction): Promise<WithdrawalRow | undefined> {
    await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK}::bigint)`);
    const [row] = await tx.select().from(withdrawals).orderBy(desc(withdrawals.sequence)).limit(1);
    return row;
  }

  async add(tx: Transaction, row: WithdrawalRow): Promise<void> {
    await tx.insert(withdrawals).values(row);
  }

  /** The records behind a sequence, in their order. */
  async after(sequence: number, limit: number): Promise<WithdrawalRow[]> {
    return this.database.queries
      .select()
      .from(withdrawals)
      .where(gt(withdrawals.sequence, sequence))
      .orderBy(asc(withdrawals.sequence))
      .limit(limit);
  }

  /** Those before a sequence, the newest first. */
  async newest({ limit, before, filter }: WithdrawalPage): Promise<WithdrawalRow[]> {
    return this.database.queries
      .select()
      .from(withdrawals)
      .where(
        and(
          before === undefined ? undefined : lt(withdrawals.sequence, before),
          filter && NARROWED[filter],
        ),
      )
      .orderBy(desc(withdrawals.sequence))
      .limit(limit);
  }

  /** Of those received since then, how many wait for a person, and since when. */
  async waiting(why: keyof typeof WAITING, since: Date) {
    const { receivedAt, erasedAt } = withdrawals;
    const [row] = await this.database.queries
      .select({ count: count(), since: min(receivedAt) })
      .from(withdrawals)
      // Nobody can be helped whose words are gone.
      .where(and(gt(receivedAt, since), isNull(erasedAt), WAITING[why]));
    return { count: row?.count ?? 0, since: row?.since ?? null };
  }

  async deliveriesOf(references: string[]): Promise<WithdrawalDeliveryRow[]> {
    if (references.length === 0) return [];
    return this.database.queries
      .select()
      .from(withdrawalDeliveries)
      .where(inArray(withdrawalDeliveries.reference, references))
      .orderBy(asc(withdrawalDeliveries.at));
  }

  /** Two processes can make the same attempt, when one was taken for dead: what was sent was sent. */
  async recordDelivery(row: WithdrawalDeliveryRow): Promise<void> {
    const { reference, attempt, outcome } = withdrawalDeliveries;
    await this.database.queries
      .insert(withdrawalDeliveries)
      .values(row)
      .onConflictDoUpdate({
        target: [reference, attempt],
        set: { outcome: row.outcome, code: row.code, at: row.at },
        setWhere: ne(outcome, 'sent'),
      });
    if (row.outcome !== 'sent') return;
    await this.database.queries
      .update(withdrawals)
      .set({ acknowledged: true })
      .where(eq(withdrawals.reference, row.reference));
  }

  async setCounted(reference: string): Promise<void> {
    await this.database.queries
      .update(withdrawals)
      .set({ counted: true })
      .where(eq(withdrawals.reference, reference));
  }

  /** An order has its number. */
  async setOrderKnown(tx: Transaction, reference: string): Promise<void> {
    await tx
      .update(withdrawals)
      .set({ orderKnown: true })
      .where(eq(withdrawals.reference, reference));
  }

  /** References of which an acknowledgement went out, or was tried, and that have no record any more. */
  async withoutRecord(): Promise<string[]> {
    const rows = await this.database.queries
      .selectDistinct({ reference: withdrawalDeliveries.reference })
      .from(withdrawalDeliveries)
      .leftJoin(withdrawals, eq(withdrawals.reference, withdrawalDeliveries.reference))
      .where(isNull(withdrawals.reference));
    return rows.map(({ reference }) => reference);
  }
}

/** The columns find the few that may be meant by an index; what they do not know is looked up. */
const NARROWED: Record<WithdrawalFilter, SQL | undefined> = {
  // Whoever is erased gets none any more.
  not_acknowledged: and(
    isNull(withdrawals.acknowledged),
    isNull(withdrawals.erasedAt),
    sql`not exists (select from ${withdrawalDeliveries}
      where ${withdrawalDeliveries.reference} = ${withdrawals.reference} and ${withdrawalDeliveries.outcome} = 'sent')`,
  ),
  order_unknown: and(
    isNull(withdrawals.orderKnown),
    sql`not exists (select from ${orders} where ${orders.number} = ${withdrawals.orderNumber})`,
  ),
};

/** Each is a part of a list. What is not acknowledged yet is tried again by itself, unless it was refused for good. */
const WAITING = {
  refused: and(
    NARROWED.not_acknowledged,
    sql`exists (select from ${withdrawalDeliveries}
      where ${withdrawalDeliveries.reference} = ${withdrawals.reference} and ${withdrawalDeliveries.outcome} = 'refused')`,
  ),
  orderUnknown: NARROWED.order_unknown,
};
