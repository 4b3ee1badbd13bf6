import { Injectable } from '@nestjs/common';
import { and, asc, count, eq, gte, max, min, sql } from 'drizzle-orm';
import { Database, type Transaction } from '../../database/database';
import { wholeRows } from '../../database/whole-rows';
import { deliveries, fulfilments } from '../../database/schema/fulfilment-tables';
import { orders } from '../../database/schema/tables';
import { withdrawals } from '../../database/schema/withdrawal-tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import type { DeliveryRow, FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { Channel, OrderLineRow, OrderRow } from '../../database/schema/tables';
import type { Shipment } from '../facts/shop-status';
import { findShipments } from '../facts/find-shipments';
import { linesOfOrder, orderById } from '../facts/order-rows';

const isStep = (orderId: string, step: string) =>
  and(eq(fulfilments.orderId, orderId), eq(fulfilments.step, step));

const stepsOfChannel = wholeRows('steps_of_channel', fulfilments, (rows) =>
  rows
    .where(
      and(
        eq(fulfilments.orderId, sql.placeholder('orderId')),
        eq(fulfilments.channel, sql.placeholder('channel')),
      ),
    )
    .orderBy(asc(fulfilments.sequence)),
);

const nextSequence = (orderId: string) =>
  sql<number>`(select coalesce(max(sequence), 0) + 1 from fulfilments where order_id = ${orderId})`;

/** Queries on the steps of an order's fulfilment, and on what the steps need to know; no decisions. */
@Injectable()
export class FulfilmentRepository {
  constructor(private readonly database: Database) {}

  async findOrder(id: string): Promise<OrderRow | undefined> {
    const rows = await orderById(this.database.queries, { id });
    return rows[0];
  }

  async linesOf(orderId: string): Promise<OrderLineRow[]> {
    return linesOfOrder(this.database.queries, { id: orderId });
  }

  /** The order's parcels, the first one first. An order without any costs no query. */
  async shipmentsOf({ id, shippedStatus }: OrderRow): Promise<Shipment[]> {
    return shippedStatus ? findShipments(this.database.queries, id) : [];
  }

  async findWithdrawal(reference: string): Promise<WithdrawalRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(withdrawals)
      .where(eq(withdrawals.reference, reference));
    return rows[0];
  }

  /** All steps of an order and a channel, in the order of their sequence. */
  async stepsOf(orderId: string, channel: Channel): Promise<FulfilmentRow[]> {
    return stepsOfChannel(this.database.queries, { orderId, channel });
  }

  /** Whether a job waits that tells what is staged, and begins within this time of the database's clock. */
  async hasJobWithin(
    ms: number,
    { orderId, singletonKey }: { orderId: string; singletonKey: string },
  ): Promise<boolean> {
    const { rows } = await this.database.queries.execute(
      sql`select id from pgboss.job
        where name = 'order.deliver' and state < 'active' and singleton_key = ${singletonKey}
          and data ->> 'orderId' = ${orderId}
          and start_after <= now() + ${ms} * interval '1 millisecond'
        limit 1`,
    );
    return rows.length > 0;
  }

  /** Locks the order's row, so that its next step can be staged. */
  async lockOrder(tx: Transaction, id: string): Promise<void> {
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, id)).for('update');
  }

  /** The caller has the order's row locked. @returns whether the step was not staged before */
  async stage(
    tx: Transaction,
    { orderId, step, channel }: { orderId: string; step: string; channel: Channel },
    now: Date,
    notBefore?: Date,
  ): Promise<boolean> {
    const sequence = nextSequence(orderId);
    const rows = await tx
      .insert(fulfilments)
      .values({
        orderId,
        step,
        channel,
        sequence,
        stagedAt: now,
        dueAt: notBefore ?? now,
        notBefore,
      })
      .onConflictDoNothing()
      .returning({ step: fulfilments.step });
    return rows.length > 0;
  }

  /** Gives a step that an older version has staged its channel and its place. @returns whether it had none */
  async adopt(
    tx: Transaction,
    orderId: string,
    step: string,
    channel: Channel,
    now: Date,
  ): Promise<boolean> {
    await this.lockOrder(tx, orderId);
    const rows = await tx
      .update(fulfilments)
      .set({ channel, sequence: nextSequence(orderId), dueAt: now })
      .where(
        and(
          isStep(orderId, step),
          sql`${fulfilments.channel} is null and ${fulfilments.doneAt} is null`,
        ),
      )
      .returning({ step: fulfilments.step });
    return rows.length > 0;
  }

  async update(
    tx: Transaction,
    { orderId, step }: Pick<FulfilmentRow, 'orderId' | 'step'>,
    changes: Partial<FulfilmentRow>,
  ): Promise<void> {
    await tx.update(fulfilments).set(changes).where(isStep(orderId, step));
  }

  /**
   * Changes a step as long as it is due since the time that was read: whoever asks for it again moves that time.
   * @returns whether it did
   */
  async updateRead(
    tx: Transaction,
    { orderId, step, dueAt }: Pick<FulfilmentRow, 'orderId' | 'step' | 'dueAt'>,
    changes: Partial<FulfilmentRow>,
  ): Promise<boolean> {
    // A time that SQL has written can be finer than a Date.
    const isAsRead = sql`date_trunc('milliseconds', ${fulfilments.dueAt}) is not distinct from ${dueAt?.toISOString() ?? null}::timestamptz`;
    const rows = await tx
      .update(fulfilments)
      .set(changes)
      .where(and(isStep(orderId, step), isAsRead))
      .returning({ step: fulfilments.step });
    return rows.length > 0;
  }

  /** @returns its number */
  async recordAttempt(tx: Transaction, ended: Omit<DeliveryRow, 'attempt'>): Promise<number> {
    const { orderId, step } = ended;
    const [last] = await tx
      .select({ attempt: max(deliveries.attempt) })
      .from(deliveries)
      .where(and(eq(deliveries.orderId, orderId), eq(deliveries.step, step)));
    const attempt = (last?.attempt ?? 0) + 1;
    await tx.insert(deliveries).values({ ...ended, attempt });
    return attempt;
  }

  /** How many attempts a step has had since it became due, and when the first was. */
  async attemptsSince(
    tx: Transaction,
    { orderId, step, dueAt }: FulfilmentRow,
  ): Promise<{ attempts: number; firstAt: Date | null }> {
    const [row] = await tx
      .select({ attempts: count(), firstAt: min(deliveries.at) })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.orderId, orderId),
          eq(deliveries.step, step),
          dueAt ? gte(deliveries.at, dueAt) : undefined,
        ),
      );
    return row ?? { attempts: 0, firstAt: null };
  }
}
