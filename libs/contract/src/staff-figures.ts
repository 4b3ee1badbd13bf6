import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';

/** What GET /api/staff/figures tells of: 24 hours, or 30 days. */
export const figureRanges = ['day', 'month'] as const;

/** Query of GET /api/staff/figures. */
export const staffFiguresQuery = {
  range: z.enum(figureRanges).meta({
    description:
      'day: the last 24 hours, one bucket an hour. month: the last 30 days, one bucket a day, in UTC. The last bucket is not over yet.',
  }),
};
export const staffFiguresQuerySchema = z.strictObject(staffFiguresQuery);

/** What did not work. */
export const failureKinds = [
  'mail',
  'merchant',
  'staff',
  'events_not_delivered',
  'given_up',
  'paid_without_order',
] as const;

const count = z.int().min(0);
const seconds = z.number().min(0);

const delaySchema = z
  .object({ count, p50Seconds: seconds, p95Seconds: seconds })
  .meta({ id: 'StaffDelay' });

const delay = (description: string) =>
  delaySchema.nullable().meta({ description: `${description}; null: of no event.` });

const delays = {
  fulfilment: delay(
    'From the creation of an event at Stripe that a session was completed or paid, until its order was in line with it, fulfilment staged',
  ),
  arrival: delay(
    'Of the same events: from their creation at Stripe until they were stored here, which the 2xx tells Stripe',
  ),
};

const bucketSchema = z
  .object({
    from: z.iso.datetime().meta({ description: 'When it begins; it ends as the next one begins.' }),
    orders: z
      .array(z.object({ status: z.string(), count }))
      .meta({ description: 'Orders placed in it, by their status now.' }),
    money: z
      .array(
        z.object({
          currency: currencySchema,
          orders: count.meta({ description: 'How many became paid in it.' }),
          paidMinor: amountMinorSchema,
          refundedMinor: amountMinorSchema.meta({ description: 'Of these orders, until now.' }),
        }),
      )
      .meta({ description: 'Orders that became paid in it, by currency.' }),
    ...delays,
    failures: z.array(z.object({ kind: z.enum(failureKinds), count })).meta({
      description:
        'mail, merchant, staff: attempts to tell something that failed or were refused. events_not_delivered: only a list of Stripe’s has told of them. given_up: work that waits for a person. paid_without_order: sessions that nobody has dealt with.',
    }),
  })
  .meta({ id: 'StaffFigureBucket' });

/** 200 of GET /api/staff/figures. */
export const staffFiguresSchema = z
  .object({
    range: z.enum(figureRanges),
    at: z.iso.datetime().meta({ description: 'As of when: two minutes ago at most.' }),
    bucketSeconds: z.int().positive(),
    ...delays,
    buckets: z.array(bucketSchema).meta({ description: 'Oldest first, without a gap.' }),
  })
  .meta({
    id: 'StaffFigures',
    description:
      'What the database knows. How long the answer to a webhook took, and how many pages asked Stripe, each process counts for itself: see its metrics.',
  });

export type FigureRange = (typeof figureRanges)[number];
export type FailureKind = (typeof failureKinds)[number];
export type StaffFiguresQuery = z.infer<typeof staffFiguresQuerySchema>;
export type StaffDelay = z.infer<typeof delaySchema>;
export type StaffFigureBucket = z.infer<typeof bucketSchema>;
export type StaffFigures = z.infer<typeof staffFiguresSchema>;
