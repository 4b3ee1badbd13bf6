import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { StaffRole } from './order-values';
import { at } from './at';

/** Keys of the shop's own systems, such as the warehouse's. The key itself is shown once and kept nowhere. */
export const apiKeys = pgTable('api_keys', {
  id: uuid('id').primaryKey(),
  /** Of the system that has it, for people. */
  name: text('name').notNull(),
  /** The part of the key that is no secret: it finds the row. */
  prefix: text('prefix').notNull().unique(),
  /** sha256 of the whole key, as hex. The key is random, so no slower hash is needed. */
  keyHash: text('key_hash').notNull(),
  role: text('role').$type<StaffRole>().notNull(),
  createdAt: at('created_at').notNull(),
  revokedAt: at('revoked_at'),
});

/** People who sign in to the console. */
export const staffPeople = pgTable('staff_people', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull().unique(),
  role: text('role').$type<StaffRole>().notNull(),
  createdAt: at('created_at').notNull(),
  disabledAt: at('disabled_at'),
});

/** Links that sign a person in once. The token itself is kept nowhere. */
export const staffSignIns = pgTable('staff_sign_ins', {
  /** sha256 of the token, as hex. */
  tokenHash: text('token_hash').primaryKey(),
  personId: uuid('person_id')
    .notNull()
    .references(() => staffPeople.id, { onDelete: 'cascade' }),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
});

/** Sessions of people who are signed in. The cookie itself is kept nowhere. */
export const staffSessions = pgTable(
  'staff_sessions',
  {
    /** sha256 of the cookie, as hex. */
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => staffPeople.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** When it was signed out, or its person disabled. */
    endedAt: at('ended_at'),
  },
  (table) => [index('staff_sessions_person').on(table.personId)],
);

/** States and ids of what an action is about; no personal data. */
type Facts = Record<string, string | number | boolean | null>;

/** Every action of staff and every call of a key, and every such command: who, what, about which order, when, and with which result. */
export const staffActions = pgTable(
  'staff_actions',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    at: at('at').notNull(),
    /** Null where no key was used: on the command line, or in a person's session. */
    apiKeyId: uuid('api_key_id'),
    /** Whose session it was. */
    personId: uuid('person_id'),
    /** The name of the key or the person at that time, or `command line`. */
    who: text('who').notNull(),
    /** Such as `createShipment`. */
    action: text('action').notNull(),
    /** As it was asked for; null where it named none. */
    orderNumber: text('order_number'),
    /**
     * What else it was about: an event, a session or a payment of Stripe, a withdrawal, a dead letter of an order, several
     * orders, a key, a person of the staff, a time. Never a shopper.
     */
    subject: text('subject'),
    /** Why, in the person's own words. */
    reason: text('reason'),
    before: jsonb('before').$type<Facts>(),
    after: jsonb('after').$type<Facts>(),
    /**
     * The HTTP status that the action ended with, also where its caller had been answered 503 because it took too long. Null
     * while it has not ended, or when the process died.
     */
    status: integer('status'),
    /** The problem's code, where it was refused. */
    code: text('code'),
  },
  (table) => [
    index('staff_actions_at').on(table.at),
    index('staff_actions_order').on(table.orderNumber),
  ],
);

export type StaffPersonRow = typeof staffPeople.$inferSelect;
export type ApiKeyRow = typeof apiKeys.$inferSelect;
export type StaffActionRow = typeof staffActions.$inferSelect;
