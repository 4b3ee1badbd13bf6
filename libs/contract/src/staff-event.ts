import { z } from 'zod';
import { staffEventSchema } from './staff-events';

const moment = z.iso.datetime().nullable();

/** 200 of GET /api/staff/events/{id}. */
export const staffEventDetailSchema = staffEventSchema
  .extend({
    objectId: z.string().nullable().meta({ description: 'The event’s object at Stripe.' }),
    livemode: z.boolean(),
    form: z.enum(['snapshot', 'thin']).meta({
      description: 'How it came first. A thin event says no version of the API.',
    }),
    apiVersion: z.string().nullable().meta({ example: '2026-10-28.endive' }),
    createdAt: moment.meta({
      description: 'When Stripe created it; null: not known of events that came before 2.2.',
    }),
    fulfilledAfterSeconds: z.number().min(0).nullable().meta({
      description:
        'Of an event that a session was completed or paid: how long after its creation its order was in line with it.',
    }),
    orders: z
      .array(z.string())
      .meta({ description: 'Numbers of orders it is about, newest first, five at most.' }),
    job: z
      .object({
        state: z.enum(['waiting', 'running', 'failed', 'done']),
        failures: z.int().min(0).meta({ description: 'How often it has failed.' }),
        nextAt: moment.meta({ description: 'When it is tried next; null: not again.' }),
        code: z.string().nullable().meta({ description: 'How it failed last.' }),
      })
      .nullable()
      .meta({ description: 'The work that follows from it; null: none is kept any more.' }),
    deadLetter: z
      .object({ id: z.string(), at: z.iso.datetime(), code: z.string().nullable() })
      .nullable()
      .meta({ description: 'Where that work was given up and waits for a person.' }),
    stripeMode: z.enum(['sandbox', 'test', 'live']).meta({
      description: 'Where Stripe has the event: the Dashboard shows those of test and live.',
    }),
  })
  .meta({ id: 'StaffEventDetail' });

export type StaffEventDetail = z.infer<typeof staffEventDetailSchema>;
