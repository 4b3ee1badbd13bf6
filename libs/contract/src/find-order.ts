import { z } from 'zod';

/** Body of POST /api/orders/find. */
export const findOrderRequestSchema = z
  .strictObject({
    email: z.email().max(254).meta({ description: 'The address that was given at the payment.' }),
    orderNumber: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'Of one order; without it the e-mail has links to all of them.' }),
  })
  .meta({ id: 'FindOrderRequest' });

export type FindOrderRequest = z.infer<typeof findOrderRequestSchema>;
