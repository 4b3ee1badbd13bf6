import { z } from 'zod';
import { cursorSchema, nextSchema } from './staff-orders';

/** Whom a step tells: the shopper, the shop's own system, or the shop's staff. */
export const deliveryChannels = ['mail', 'merchant', 'staff'] as const;

/** What has become of a step. */
export const deliveryOutcomes = ['pending', 'sent', 'moot', 'undeliverable'] as const;

const channelSchema = z.enum(deliveryChannels);
const outcomeSchema = z.enum(deliveryOutcomes);

/** Query of GET /api/staff/deliveries. */
export const staffDeliveriesQuery = {
  channel: channelSchema.optional().meta({
    description:
      "mail: e-mails to shoppers. merchant: the shop's own system. staff: e-mails to staff.",
  }),
  outcome: outcomeSchema.optional().meta({
    description:
      'pending: not told yet. moot: not told, because it was no longer true or had been told already. undeliverable: refused for good, or not taken for a day.',
  }),
  after: cursorSchema.optional(),
};
export const staffDeliveriesQuerySchema = z.strictObject(staffDeliveriesQuery);

const moment = z.iso.datetime();

const attemptSchema = z.object({
  at: moment,
  outcome: z
    .enum(['sent', 'failed', 'refused'])
    .meta({ description: 'failed: it is tried again.' }),
  code: z.string().nullable().meta({
    description: 'What the other side answered, or how the network failed.',
    example: '550',
  }),
});

/** 200 of GET /api/staff/deliveries. */
export const staffDeliveriesSchema = z
  .object({
    deliveries: z
      .array(
        z
          .object({
            orderNumber: z.string().meta({ example: 'R7K3-M9QX' }),
            step: z.string().meta({
              description: 'What is told, and behind a colon what it is about.',
              example: 'refund_mail:re_1Qx',
            }),
            channel: channelSchema.nullable(),
            outcome: outcomeSchema,
            note: z.string().nullable().meta({ description: 'Why it was not sent.' }),
            stagedAt: moment.meta({ description: 'Since when it is to be told.' }),
            notBefore: moment.nullable().meta({
              description: 'Of what waits for its time, such as a reminder.',
            }),
            nextAttemptAt: moment.nullable().meta({
              description: 'When it is tried again, after an attempt that failed.',
            }),
            doneAt: moment.nullable().meta({ description: 'When it ended, however.' }),
            attempts: z.int().min(0),
            lastAttempt: attemptSchema.nullable(),
          })
          .meta({ id: 'StaffDelivery' }),
      )
      .meta({ description: 'Newest first, by stagedAt.' }),
    next: nextSchema,
  })
  .meta({ id: 'StaffDeliveries' });

export type DeliveryChannel = (typeof deliveryChannels)[number];
export type DeliveryState = (typeof deliveryOutcomes)[number];
export type StaffDeliveriesQuery = z.infer<typeof staffDeliveriesQuerySchema>;
export type StaffDeliveries = z.infer<typeof staffDeliveriesSchema>;
