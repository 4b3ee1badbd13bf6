import { z } from 'zod';
import { cursorSchema } from './staff-orders';

/** What GET /api/staff/events can be narrowed to. */
export const eventFilters = ['not_handled', 'not_delivered'] as const;

/** Query of GET /api/staff/events. */
export const staffEventsQuery = {
  filter: z.enum(eventFilters).optional().meta({
    description:
      'not_handled: about an order, and not acted upon yet. not_delivered: a list of Stripe’s has told of it, and the webhook endpoint was never called with it.',
  }),
  subject: z
    .string()
    .regex(/^[a-z]+_\w{1,250}$/, { error: 'must be an id of Stripe’s' })
    .optional()
    .meta({
      description: 'The session, payment or account that it is about.',
      example: 'cs_test_a1b2c3',
    }),
  after: cursorSchema.optional(),
};
export const staffEventsQuerySchema = z.strictObject(staffEventsQuery);

const moment = z.iso.datetime().nullable();

/** One event, as lists have it. */
export const staffEventSchema = z
  .object({
    id: z.string().meta({ example: 'evt_1Qx0000000000000000000ab' }),
    type: z.string().meta({ example: 'checkout.session.completed' }),
    subjectId: z.string().nullable().meta({
      description: 'What it is about; null: it moves no order.',
    }),
    receivedAt: z.iso.datetime(),
    deliveredAt: moment.meta({
      description: 'When the webhook endpoint was called with it.',
    }),
    listedAt: moment.meta({ description: 'When a list of Stripe’s told of it first.' }),
    handledAt: moment,
    outcome: z.string().nullable().meta({ example: 'synced' }),
  })
  .meta({ id: 'StaffEvent' });

/** 200 of GET /api/staff/events. */
export const staffEventsSchema = z
  .object({
    events: z.array(staffEventSchema).meta({ description: 'Newest first.' }),
    next: z.string().nullable().meta({ description: 'For after; null: there are no more.' }),
  })
  .meta({ id: 'StaffEvents' });

export type EventFilter = (typeof eventFilters)[number];
export type StaffEventsQuery = z.infer<typeof staffEventsQuerySchema>;
export type StaffEvents = z.infer<typeof staffEventsSchema>;
