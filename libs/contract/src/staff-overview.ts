import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';
import { orderFilters } from './staff-orders';

/** What can need a person. */
export const needCodes = [
  'review_open',
  'dispute_open',
  'state_unknown',
  'payment_review',
  'fraud_warning',
  'refund_refused',
  'refund_failed',
  'transfer_awaited',
  'withdrawal_order_unknown',
  'withdrawal_not_acknowledged',
  'dead_letters',
  'not_delivered',
  'steps_without_job',
  'telling_held',
  'sync_failed',
  'paid_without_order',
  'events_not_handled',
  'events_not_delivered',
  'stripe_endpoint',
  'stripe_permissions',
  'worker_gone',
  'clock_off',
] as const;

const needSchema = z
  .object({
    code: z.enum(needCodes),
    words: z.string().meta({ description: 'What is wrong, in one sentence.' }),
    next: z.string().meta({ description: 'What to do about it, in one sentence.' }),
    count: z.int().positive(),
    since: z.iso.datetime().nullable().meta({ description: 'Of the oldest; null: not known.' }),
    dueBy: z.iso.datetime().nullable().meta({
      description: 'Of disputes: until when the first evidence is due.',
    }),
    orders: z.enum(orderFilters).nullable().meta({
      description: 'The filter of GET /api/staff/orders that lists them; null: they are no orders.',
    }),
    subjects: z.array(z.string()).meta({
      description:
        'Ids at Stripe of what is no order, the newest first: paid sessions that have none.',
    }),
  })
  .meta({ id: 'StaffNeed' });

const moment = z.iso.datetime().nullable();
const count = z.int().min(0);

/** 200 of GET /api/staff/overview. */
export const staffOverviewSchema = z
  .object({
    at: z.iso.datetime(),
    needs: z.array(needSchema).meta({ description: 'What needs a person now, most urgent first.' }),
    lastDay: z
      .object({
        since: z.iso.datetime(),
        orders: z
          .array(z.object({ status: z.string(), count }))
          .meta({ description: 'Orders placed since then, by their status now.' }),
        money: z
          .array(
            z.object({
              currency: currencySchema,
              orders: count.meta({ description: 'How many became paid since then.' }),
              paidMinor: amountMinorSchema,
              refundedMinor: amountMinorSchema.meta({ description: 'Of these orders, until now.' }),
            }),
          )
          .meta({ description: 'Orders that became paid since then, by currency.' }),
      })
      .meta({ id: 'StaffLastDay' }),
    running: z
      .object({
        lastEventAt: moment.meta({
          description: 'When an event of Stripe came last; null: none is kept.',
        }),
        lastSweepAt: moment,
        clockSkewSeconds: z
          .number()
          .nullable()
          .meta({ description: 'Ahead of Stripe; null: not compared lately.' }),
        endpointComparedAt: moment,
        endpointDetail: z.string().nullable().meta({
          description: 'Why the webhook endpoint was not compared then; null: it was.',
          example: 'the key may not read webhook endpoints',
        }),
        queues: z.array(z.object({ queue: z.string(), waiting: count, active: count })),
      })
      .meta({ id: 'StaffRunning' }),
  })
  .meta({ id: 'StaffOverview' });

export type StaffNeed = z.infer<typeof needSchema>;
export type NeedCode = StaffNeed['code'];
export type StaffOverview = z.infer<typeof staffOverviewSchema>;
