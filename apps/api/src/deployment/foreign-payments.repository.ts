import { Injectable } from '@nestjs/common';
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Statement } from '../database/database';
import { foreignPayments } from '../database/schema/deployment-tables';
import type { ForeignPaymentRow } from '../database/schema/deployment-tables';

const INSERT = `
  insert into foreign_payments (stripe_id, deployment_id, seen_at)
  select stripe_id, deployment_id, $2::timestamptz
  from json_to_recordset($1::text::json) as payment (stripe_id text, deployment_id text)
  on conflict (stripe_id) do update set deployment_id = excluded.deployment_id
    where excluded.deployment_id <> coalesce(foreign_payments.deployment_id, '')`;

export type ForeignId = Pick<ForeignPaymentRow, 'stripeId' | 'deploymentId'>;

/** Queries on payments that are not this deployment's; no decisions. */
@Injectable()
export class ForeignPaymentsRepository {
  constructor(private readonly database: Database) {}

  /** The statement that keeps these. Sorted, so that two processes that keep the same do not deadlock. */
  insertion(foreign: ForeignId[], now: Date): Statement {
    const byId = new Map(foreign.map((one) => [one.stripeId, one.deploymentId]));
    const rows = [...byId]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([stripe_id, deployment_id]) => ({ stripe_id, deployment_id }));
    return { text: INSERT, values: [JSON.stringify(rows), now.toISOString()] };
  }

  async keep(foreign: ForeignId[], now: Date): Promise<void> {
    await this.database.write([this.insertion(foreign, now)]);
  }

  async find(stripeIds: string[]): Promise<ForeignPaymentRow[]> {
    return this.database.queries
      .select()
      .from(foreignPayments)
      .where(inArray(foreignPayments.stripeId, stripeIds));
  }

  /** Its alert becomes one of this time. @returns whether it had a later one */
  async antedateAlert(stripeId: string, at: Date): Promise<boolean> {
    const rows = await this.database.queries
      .update(foreignPayments)
      .set({ alertedAt: at })
      .where(and(eq(foreignPayments.stripeId, stripeId), gt(foreignPayments.alertedAt, at)))
      .returning({ stripeId: foreignPayments.stripeId });
    return rows.length > 0;
  }

  /** @returns true for the first caller, once for each id */
  async claimAlert({ stripeId, deploymentId }: ForeignId, now: Date): Promise<boolean> {
    const rows = await this.database.queries
      .insert(foreignPayments)
      .values({ stripeId, deploymentId, seenAt: now, alertedAt: now })
      .onConflictDoUpdate({
        target: foreignPayments.stripeId,
        set: { alertedAt: now },
        setWhere: isNull(foreignPayments.alertedAt),
      })
      .returning({ stripeId: foreignPayments.stripeId });
    return rows.length > 0;
  }
}
