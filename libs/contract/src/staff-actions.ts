import { z } from 'zod';
import { typedAddressSchema } from './address';
import { reasonSchema } from './reason';
import { cursorSchema } from './staff-orders';

const moment = z.iso.datetime();
const next = z.string().nullable().meta({ description: 'For after; null: there are no more.' });

/** Body of the actions that need nothing but a reason. */
export const staffActionRequestSchema = z
  .strictObject({ reason: reasonSchema })
  .meta({ id: 'StaffActionRequest' });

/** Body of POST /api/staff/orders/{number}/resend. */
export const staffResendRequestSchema = z
  .strictObject({
    reason: reasonSchema,
    channel: z.enum(['mail', 'merchant', 'staff']).optional().meta({
      description: 'Without it: whichever told the shopper or the shop’s own system last.',
    }),
    step: z
      .string()
      .regex(/^[!-~]{1,200}$/, { error: 'must be a step of an order' })
      .optional()
      .meta({
        description:
          'This one, as the deliveries name it. Without it: what was refused of the channel, else the last one that is still true.',
        example: 'confirmation_mail',
      }),
  })
  .meta({ id: 'StaffResendRequest' });

/** Body of POST /api/staff/orders/{number}/resolve. */
export const staffResolveRequestSchema = z
  .strictObject({
    reason: reasonSchema,
    decision: z.enum(['paid', 'refused', 'dismissed', 'reopened']).meta({
      description:
        'paid: accept what was paid, and deliver. refused: deliver nothing; Stripe must hold no money for it. dismissed: the alert was about something else. reopened: take a decision back.',
    }),
  })
  .meta({ id: 'StaffResolveRequest' });

/** Body of POST /api/staff/orders/{number}/refund. */
export const staffRefundRequestSchema = z
  .strictObject({
    reason: reasonSchema,
    amountMinor: z
      .int()
      .min(1)
      .max(99_999_999)
      .optional()
      .meta({ description: 'Without it: all that is left. In the smallest unit of its currency.' }),
  })
  .meta({ id: 'StaffRefundRequest' });

/** Header of POST …/refund. */
export const refundKeySchema = z
  .string()
  .regex(/^[!-~]{1,100}$/, { error: 'must be 1 to 100 printable characters without spaces' })
  .meta({ description: 'One key per refund of the order. The same key is the same refund.' });

/** Body of POST /api/staff/orders/{number}/delivery-address. */
export const staffAddressRequestSchema = z
  .strictObject({ reason: reasonSchema, address: typedAddressSchema })
  .meta({ id: 'StaffAddressRequest' });

/** Body of POST /api/staff/orders/{number}/email. */
export const staffEmailRequestSchema = z
  .strictObject({ reason: reasonSchema, email: z.email().max(254) })
  .meta({ id: 'StaffEmailRequest' });

/** What an action is about, before or after it. Ids and states alone: no personal data. */
const factsSchema = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .nullable();

/** 200 of every action. */
export const staffActionAnswerSchema = z
  .object({
    words: z.string().meta({ description: 'What was done, in one sentence.' }),
    before: factsSchema,
    after: factsSchema,
  })
  .meta({ id: 'StaffActionAnswer' });

/** In the path of a dead letter. */
export const deadLetterIdSchema = z
  .uuid()
  .meta({ description: 'Id of the dead letter, as the list has it.' });

/** In the path of an event. */
export const stripeEventIdSchema = z
  .string()
  .regex(/^evt_\w{1,250}$/, { error: 'must be the id of an event' })
  .meta({ example: 'evt_1Qx0000000000000000000ab' });

/** In the path of a payment that has no order. */
export const foreignPaymentIdSchema = z
  .string()
  .regex(/^(cs|pi)_\w{1,250}$/, { error: 'must be the id of a session or a payment' })
  .meta({ description: 'One of the subjects of a need.', example: 'cs_test_a1b2c3elsewhere' });

/** Query of the lists that have no filter. */
export const staffPageQuery = { after: cursorSchema.optional() };
export const staffPageQuerySchema = z.strictObject(staffPageQuery);

/** 200 of GET /api/staff/dead-letters. */
export const deadLettersSchema = z
  .object({
    deadLetters: z
      .array(
        z
          .object({
            id: z.uuid(),
            queue: z.string().meta({ example: 'order.deliver.dead' }),
            at: moment.meta({ description: 'When it was given up.' }),
            words: z.string().meta({ description: 'What was not done, in one sentence.' }),
            code: z.string().nullable().meta({ description: 'How it failed.' }),
            orderNumber: z.string().nullable(),
            stripeEventId: z.string().nullable(),
          })
          .meta({ id: 'DeadLetter' }),
      )
      .meta({ description: 'Newest first.' }),
    next,
  })
  .meta({ id: 'DeadLetters' });

/** 200 of GET /api/staff/audit. */
export const staffAuditSchema = z
  .object({
    actions: z
      .array(
        z
          .object({
            at: moment,
            who: z.string(),
            action: z.string().meta({ example: 'resolve' }),
            orderNumber: z.string().nullable(),
            subject: z.string().nullable().meta({
              description:
                'What else it was about: an event, a dead letter, a session, a step or channel, several orders, a key, a person of the staff, a time.',
            }),
            reason: z.string().nullable().meta({
              description: 'In the person’s own words; null for viewers, too.',
            }),
            before: factsSchema,
            after: factsSchema,
            status: z.int().nullable().meta({
              description:
                'How it ended, also where it had been answered 503 because it took too long. null: it has not ended.',
            }),
            code: z.string().nullable().meta({ description: 'Why it was refused.' }),
          })
          .meta({ id: 'StaffAuditEntry' }),
      )
      .meta({ description: 'Newest first.' }),
    next,
  })
  .meta({ id: 'StaffAudit' });

export type StaffActionRequest = z.infer<typeof staffActionRequestSchema>;
export type StaffResendRequest = z.infer<typeof staffResendRequestSchema>;
export type StaffResolveRequest = z.infer<typeof staffResolveRequestSchema>;
export type StaffRefundRequest = z.infer<typeof staffRefundRequestSchema>;
export type StaffAddressRequest = z.infer<typeof staffAddressRequestSchema>;
export type StaffEmailRequest = z.infer<typeof staffEmailRequestSchema>;
export type StaffActionAnswer = z.infer<typeof staffActionAnswerSchema>;
export type StaffFacts = StaffActionAnswer['before'];
export type StaffPageQuery = z.infer<typeof staffPageQuerySchema>;
export type DeadLetters = z.infer<typeof deadLettersSchema>;
export type StaffAudit = z.infer<typeof staffAuditSchema>;
