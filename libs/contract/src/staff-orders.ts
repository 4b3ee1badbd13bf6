import { z } from 'zod';
import { confirmationStates } from './confirmation';
import { amountMinorSchema, currencySchema } from './money';
import { shippedOrderSchema } from './staff-shipments';

/** What GET /api/staff/orders can be narrowed to: a status, or what waits for a person. */
export const orderFilters = [
  'pending',
  'processing',
  'payment_failed',
  'expired',
  'paid',
  'needs_review',
  'refused',
  'review_open',
  'dispute_open',
  'evidence_due',
  'state_unknown',
  'payment_review',
  'fraud_warning',
  'refund_refused',
  'refund_failed',
  'transfer_awaited',
  'not_delivered',
  'sync_failed',
  'telling_held',
] as const;

/** The least letters of a part of a name or of an e-mail address. */
export const LEAST_LETTERS = 3;

export const cursorSchema = z
  .string()
  .regex(/^[\w-]{1,400}$/, { error: 'must be the next of an earlier answer' })
  .meta({ description: 'The next of an earlier answer. Without it: the newest.' });

/** Query of GET /api/staff/orders. */
export const staffOrdersQuery = {
  filter: z
    .enum(orderFilters)
    .optional()
    .meta({ description: 'A status, or what waits for a person.' }),
  q: z
    .string()
    .max(254)
    // PostgreSQL has no text with it.
    .refine((text) => !text.includes('\0'), { error: 'must not contain NUL' })
    .optional()
    .meta({
      description: `An order number, an id of Stripe's (session, payment intent, subscription, account, charge, refund, dispute, review, early fraud warning or event), an e-mail address, or beginnings of the words of a name or an e-mail address with at least ${LEAST_LETTERS} letters each. Operators alone search for people.`,
      example: 'R7K3-M9QX',
    }),
  after: cursorSchema.optional(),
};
export const staffOrdersQuerySchema = z.strictObject(staffOrdersQuery);

const orderNumber = z.string().meta({ example: 'R7K3-M9QX' });
const moment = z.iso.datetime();
const personal = z.string().nullable().meta({ description: 'null for viewers, too.' });

const head = {
  number: orderNumber,
  createdAt: moment,
  status: z.string().meta({ description: 'Ours; see the filter.', example: 'paid' }),
  state: z.enum(confirmationStates).meta({ description: 'What its page shows the shopper.' }),
  currency: currencySchema,
  totalMinor: amountMinorSchema,
  refundedMinor: amountMinorSchema,
  reviewOpen: z.boolean(),
  name: personal,
  email: personal,
};

/** How a list says where its next page begins. */
export const nextSchema = z
  .string()
  .nullable()
  .meta({ description: 'For after; null: there are no more.' });

/** 200 of GET /api/staff/orders. */
export const staffOrdersSchema = z
  .object({
    orders: z
      .array(z.object(head).meta({ id: 'StaffOrderRow' }))
      .meta({ description: 'Newest first.' }),
    next: nextSchema,
  })
  .meta({ id: 'StaffOrders' });

const wrongSchema = z
  .object({
    code: z.string().meta({ example: 'review_open' }),
    words: z.string().meta({ description: 'What is wrong, in one sentence.' }),
    next: z.string().meta({ description: 'What to do about it, in one sentence.' }),
  })
  .meta({ id: 'StaffOrderFault' });

const stepSchema = z
  .object({
    step: z.string().meta({ example: 'confirmation_mail' }),
    channel: z.enum(['mail', 'merchant', 'staff']).nullable(),
    outcome: z.enum(['pending', 'sent', 'moot', 'undeliverable']),
    note: z.string().nullable(),
    stagedAt: moment,
    doneAt: moment.nullable(),
    attempts: z.int().min(0),
  })
  .meta({ id: 'StaffOrderStep' });

const timelineSchema = z
  .object({
    at: moment,
    from: z.enum(['order', 'stripe', 'told', 'staff']).meta({
      description:
        'order: it changed its status. stripe: an event. told: an attempt to tell. staff: an action of a person or of a key.',
    }),
    what: z.string().meta({ example: 'pending → paid' }),
    detail: z.string().nullable().meta({ example: 'webhook evt_1' }),
  })
  .meta({ id: 'StaffTimelineEntry' });

const stripeSideSchema = z
  .object({
    sessionState: z.string(),
    sessionId: z.string().nullable(),
    paymentIntentId: z.string().nullable(),
    subscriptionId: z.string().nullable(),
    livemode: z.boolean(),
    readAt: moment.nullable().meta({ description: 'When the session was last read.' }),
    paidAt: moment.nullable(),
    reviewReason: z.string().nullable(),
    refunds: z.array(
      z.object({
        id: z.string(),
        amountMinor: amountMinorSchema,
        status: z.string(),
        createdAt: moment,
      }),
    ),
    dispute: z
      .object({
        id: z.string(),
        status: z.string(),
        amountMinor: amountMinorSchema,
        dueBy: moment.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'StaffStripeSide' });

/** 200 of GET /api/staff/orders/{number}: three facts and one timeline. */
export const staffOrderSchema = z
  .object({
    ...head,
    phone: personal,
    address: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Its lines; null for viewers, too.' }),
    wrong: z.array(wrongSchema).meta({ description: 'What needs a person, most urgent first.' }),
    stripe: stripeSideSchema,
    shop: shippedOrderSchema,
    told: z.array(stepSchema).meta({ description: 'Every step, in its order.' }),
    timeline: z.array(timelineSchema).meta({ description: 'Oldest first.' }),
  })
  .meta({ id: 'StaffOrder' });

export type OrderFilter = (typeof orderFilters)[number];
export type StaffOrdersQuery = z.infer<typeof staffOrdersQuerySchema>;
export type StaffOrders = z.infer<typeof staffOrdersSchema>;
export type StaffOrder = z.infer<typeof staffOrderSchema>;
