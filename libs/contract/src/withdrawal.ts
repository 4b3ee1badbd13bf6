import { z } from 'zod';

/** Body of POST /api/orders/withdrawals: what the law lets a shop ask for (2011/83/EU, Art. 11a), and a reason. */
export const withdrawalRequestSchema = z
  .strictObject({
    name: z.string().min(1).max(100),
    orderNumber: z
      .string()
      .min(1)
      .max(40)
      .meta({ description: 'What names the contract: usually the number of the order.' }),
    email: z.email().max(254).meta({ description: 'Where the acknowledgement goes.' }),
    items: z
      .string()
      .max(500)
      .optional()
      .meta({ description: 'Which items, in own words; without it the whole order.' }),
    reason: z.string().max(1000).optional(),
    locale: z.string().max(35).optional().meta({
      description:
        'Language of the acknowledgement, BCP 47. Without it, or where the shop does not offer it: the default of the shop.',
    }),
  })
  .meta({ id: 'WithdrawalRequest' });

/** The same for every order, and for a number that no order has. */
export const withdrawalReceiptSchema = z
  .object({
    reference: z.string().meta({ description: 'Of the record.', example: 'W-R7K3-M9QX' }),
    receivedAt: z.iso.datetime().meta({ description: 'When it was received, to the second.' }),
  })
  .meta({ id: 'WithdrawalReceipt' });

export type WithdrawalRequest = z.infer<typeof withdrawalRequestSchema>;
export type WithdrawalReceipt = z.infer<typeof withdrawalReceiptSchema>;
