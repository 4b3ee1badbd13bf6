import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Something wrong at Stripe that a person must mend: a stable code, and a sentence that says what to do. */
export interface StripeFinding {
  code: string;
  words: string;
}

/** What was found wrong with the webhook endpoint and with the key, when it was last looked at. One row for each. */
export const stripeEndpointState = pgTable('stripe_endpoint_state', {
  subject: text('subject').$type<'endpoint' | 'permissions'>().primaryKey(),
  findings: jsonb('findings').$type<StripeFinding[]>().notNull(),
  /** Why nothing could be compared, where that is no fault. */
  detail: text('detail'),
  /** Null until the first look has ended. */
  comparedAt: timestamp('compared_at', { withTimezone: true, mode: 'date' }),
});

export type StripeEndpointState = typeof stripeEndpointState.$inferSelect;
