import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNotNull, isNull, like, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { confirmationGrants } from '../../database/schema/access-tables';
import { fulfilments } from '../../database/schema/fulfilment-tables';
import { orderTransitions, orders, webhookEvents } from '../../database/schema/tables';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../database/schema/tables';
import { erasedWords } from '../withdrawal/withdrawal-chain';
import { staffActions } from '../../database/schema/staff-tables';
import { shipmentUpdates, shipments } from '../../database/schema/shipment-tables';
import { withdrawals } from '../../database/schema/withdrawal-tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { hasEmail, isSearchBy, ofPerson } from './has-email';

/** By what a reason of staff is known to be about a person. */
interface ReasonMarks {
  orderNumbers: string[];
  /** Ids of Stripe, and references of withdrawals. */
  subjects: string[];
  /** What says who the person is. */
  words: string[];
}

/** Queries that remove a person; no decisions. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly database: Database) {}

  /** The orders with this address, locked, always in the same order. */
  async lock(tx: Transaction, email: string): Promise<OrderRow[]> {
    return tx.select().from(orders).where(hasEmail(email)).orderBy(asc(orders.id)).for('update');
  }

  /** Every step of these orders. */
  async stepsOf(queries: Transaction, orderIds: string[]): Promise<FulfilmentRow[]> {
    return queries
      .select()
      .from(fulfilments)
      .where(inArray(fulfilments.orderId, orderIds))
      .orderBy(asc(fulfilments.sequence));
  }

  async countGrants(orderIds: string[]): Promise<number> {
    return this.database.queries.$count(
      confirmationGrants,
      inArray(confirmationGrants.orderId, orderIds),
    );
  }

  /**
   * Keeps the jobs that tell of these orders, or answer a search by this address, from being taken until the transaction
   * ends.
   * @returns whether one of them runs now
   */
  async holdJobs(tx: Transaction, email: string, orderIds: string[]): Promise<boolean> {
    const { rows } = await tx.execute<{ state: string }>(
      sql`select state from pgboss.job
        where state < 'completed'
          and ((name in ('order.deliver', 'order.fulfil')
              and data ->> 'orderId' = any(${sql.param(orderIds)}::text[]))
            or (${isSearchBy(email)}))
        for update`,
    );
    return rows.some(({ state }) => state === 'active');
  }

  async removeGrants(tx: Transaction, orderIds: string[]): Promise<void> {
    await tx.delete(confirmationGrants).where(inArray(confirmationGrants.orderId, orderIds));
  }

  /** Ends the e-mails to the shopper that have not gone out, also those that were refused for good. */
  async endMails(tx: Transaction, orderIds: string[], note: string, now: Date): Promise<void> {
    await tx
      .update(fulfilments)
      .set({ doneAt: now, outcome: 'moot', note, nextAttemptAt: null })
      .where(
        and(
          inArray(fulfilments.orderId, orderIds),
          or(isNull(fulfilments.doneAt), eq(fulfilments.outcome, 'undeliverable')),
          eq(fulfilments.channel, 'mail'),
        ),
      );
  }

  /** Empties the words of their withdrawals. @returns which ones, as they were */
  async emptyWithdrawals(
    tx: Transaction,
    email: string,
    orderNumbers: string[],
    now: Date,
  ): Promise<WithdrawalRow[]> {
    const rows = await tx
      .select()
      .from(withdrawals)
      .where(ofPerson(email, orderNumbers))
      .orderBy(asc(withdrawals.sequence))
      .for('update');
    for (const row of rows)
      await tx
        .update(withdrawals)
        .set({ ...erasedWords(row), erasedAt: now })
        .where(eq(withdrawals.sequence, row.sequence));
    return rows;
  }

  /** A parcel's number leads to where it went. */
  async removeTracking(tx: Transaction, orderIds: string[]): Promise<void> {
    const nothing = { trackingNumber: null, trackingUrl: null };
    const parcels = tx
      .select({ id: shipments.id })
      .from(shipments)
      .where(inArray(shipments.orderId, orderIds));
    await tx
      .update(shipmentUpdates)
      .set(nothing)
      .where(inArray(shipmentUpdates.shipmentId, parcels));
    await tx.update(shipments).set(nothing).where(inArray(shipments.orderId, orderIds));
  }

  /** Leaves of each cause what was done, without the words that a person gave for it. */
  async cutCauses(tx: Transaction, orderIds: string[]): Promise<void> {
    await tx
      .update(orderTransitions)
      .set({ cause: sql`split_part(${orderTransitions.cause}, ':', 1)` })
      .where(and(inArray(orderTransitions.orderId, orderIds), like(orderTransitions.cause, '%:%')));
  }

  /**
   * Empties the words that people of the staff gave for what they did with these orders, and with events, payments and
   * work that are about them. Of what names no order, also those that name the person. An event may be gone by now: what
   * it was about is in `before`.
   */
  async emptyReasons(tx: Transaction, marks: ReasonMarks): Promise<void> {
    const { orderNumber, subject, reason, before } = staffActions;
    const { id, subjectId, objectId, paymentId } = webhookEvents;
    const subjects = sql`${sql.param(marks.subjects)}::text[]`;
    await tx
      .update(staffActions)
      .set({ reason: null })
      .where(
        and(
          isNotNull(reason),
          or(
            inArray(orderNumber, marks.orderNumbers),
            inArray(subject, marks.subjects),
            sql`${before} ->> 'subjectId' = any(${subjects})`,
            sql`exists (select from ${webhookEvents} where ${id} = ${subject}
              and (${subjectId} = any(${subjects}) or ${objectId} = any(${subjects})
                or ${paymentId} = any(${subjects})))`,
            and(isNull(orderNumber), hasOneOf(sql`lower(${reason})`, marks.words)),
          ),
        ),
      );
  }

  /** Removes the searches for orders by this address, those that wait and those that have ended. */
  async removeSearches(tx: Transaction, email: string): Promise<void> {
    await tx.execute(sql`delete from pgboss.job where ${isSearchBy(email)} and state <> 'active'`);
  }

  /**
   * Removes what is kept of failures of jobs, where the job or the failure names one of these.
   * @param terms ids of the orders and of Stripe, and what says who the person is
   */
  async clearJobs(tx: Transaction, terms: string[]): Promise<void> {
    await tx.execute(
      sql`update pgboss.job set output = null, source_output = null
        where (output is not null or source_output is not null)
          and ${hasOneOf(sql`lower(concat(data, output, source_output))`, terms)}`,
    );
  }
}

/** Whether a text in small letters has one of these in it. */
const hasOneOf = (text: SQL, terms: readonly string[]): SQL =>
  sql`exists (
    select from unnest(${sql.param(terms.map((term) => term.toLowerCase()))}::text[]) as term
    where strpos(${text}, term) > 0)`;
