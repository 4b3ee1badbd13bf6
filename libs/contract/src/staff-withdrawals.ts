import { z } from 'zod';
import { cursorSchema, nextSchema } from './staff-orders';

/** What GET /api/staff/withdrawals can be narrowed to: what waits for a person. */
export const withdrawalFilters = ['not_acknowledged', 'order_unknown'] as const;

/** Query of GET /api/staff/withdrawals. */
export const staffWithdrawalsQuery = {
  filter: z.enum(withdrawalFilters).optional().meta({
    description:
      'not_acknowledged: its sender has not got the acknowledgement. order_unknown: no order has its number; look for it by name and address.',
  }),
  after: cursorSchema.optional(),
};
export const staffWithdrawalsQuerySchema = z.strictObject(staffWithdrawalsQuery);

const moment = z.iso.datetime();
const personal = z
  .string()
  .nullable()
  .meta({ description: 'null for viewers, and once its person is erased.' });

/** 200 of GET /api/staff/withdrawals. */
export const staffWithdrawalsSchema = z
  .object({
    withdrawals: z
      .array(
        z
          .object({
            reference: z.string().meta({ example: 'W-R7K3-M9QX' }),
            receivedAt: moment,
            orderNumber: z.string().nullable().meta({
              description:
                'As its sender has written it. null where it may be any words: for viewers where no order has it, and once its person is erased where it cannot be a number.',
              example: 'R7K3-M9QX',
            }),
            orderStatus: z
              .string()
              .nullable()
              .meta({ description: 'Ours; null: no order has the number.', example: 'paid' }),
            inTime: z.boolean().nullable().meta({
              description:
                'Whether it came within the period; false where there is none. null: no order has the number.',
            }),
            periodEndsAt: moment.nullable(),
            exemptLines: z.int().min(0).nullable().meta({
              description: 'Lines of the order that are exempt from withdrawal.',
            }),
            name: personal,
            email: personal,
            items: personal.meta({
              description:
                'Which items, in the words of its sender; null: the whole order, or as with the name.',
            }),
            reason: personal,
            erasedAt: moment.nullable().meta({ description: 'When its person was erased.' }),
            acknowledgement: z.enum(['pending', 'sent', 'failed', 'refused']).meta({
              description: 'failed: it is tried again. refused: for good; send it another way.',
            }),
            code: z.string().nullable().meta({
              description: 'How the last attempt to send it failed.',
              example: '550',
            }),
          })
          .meta({ id: 'StaffWithdrawal' }),
      )
      .meta({ description: 'Newest first.' }),
    next: nextSchema,
  })
  .meta({ id: 'StaffWithdrawals' });

export type WithdrawalFilter = (typeof withdrawalFilters)[number];
export type StaffWithdrawalsQuery = z.infer<typeof staffWithdrawalsQuerySchema>;
export type StaffWithdrawals = z.infer<typeof staffWithdrawalsSchema>;
