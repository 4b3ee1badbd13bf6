import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { stripeEndpointState } from '../database/schema/stripe-endpoint-tables';
import type { StripeEndpointState } from '../database/schema/stripe-endpoint-tables';

type Subject = StripeEndpointState['subject'];

/** Queries on what was found at Stripe; no decisions. */
@Injectable()
export class EndpointStateRepository {
  constructor(private readonly database: Database) {}

  async find(subject: Subject): Promise<StripeEndpointState | undefined> {
    const rows = await this.database.queries
      .select()
      .from(stripeEndpointState)
      .where(eq(stripeEndpointState.subject, subject));
    return rows[0];
  }

  /** The row, locked until the transaction ends. The first call makes it. */
  async lock(tx: Transaction, subject: Subject): Promise<StripeEndpointState | undefined> {
    await tx.insert(stripeEndpointState).values({ subject, findings: [] }).onConflictDoNothing();
    const rows = await tx
      .select()
      .from(stripeEndpointState)
      .where(eq(stripeEndpointState.subject, subject))
      .for('update');
    return rows[0];
  }

  async update(tx: Transaction, { subject, ...state }: StripeEndpointState): Promise<void> {
    await tx.update(stripeEndpointState).set(state).where(eq(stripeEndpointState.subject, subject));
  }
}
