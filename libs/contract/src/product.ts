import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';

/** How often a subscription renews, in Stripe's words (https://docs.stripe.com/api/prices/object#price_object-recurring). */
export const recurringSchema = z
  .object({
    interval: z.enum(['day', 'week', 'month', 'year']),
    intervalCount: z.int().positive().meta({ description: 'Every so many of them.' }),
  })
  .meta({ id: 'Recurring' });

/** A product for sale, with the one price it is sold at in the shop's currency. */
export const productSchema = z
  .object({
    id: z.string().meta({ description: 'Stripe product id.', example: 'prod_SandboxMug' }),
    name: z.string(),
    description: z.string().nullable(),
    imageUrl: z
      .string()
      .nullable()
      .meta({ description: 'Absolute, or a path on the shop itself.' }),
    soldOut: z
      .boolean()
      .meta({ description: 'Nothing is left, or all that is left is being paid for.' }),
    price: z.object({
      id: z.string().meta({ description: 'Stripe price id, what checkout takes.' }),
      amountMinor: amountMinorSchema,
      currency: currencySchema,
      recurring: recurringSchema.nullable().meta({ description: 'Null for what is bought once.' }),
    }),
  })
  .meta({ id: 'Product' });

/** Answer of GET /api/products. */
export const productListSchema = z
  .object({ products: z.array(productSchema) })
  .meta({ id: 'ProductList' });

export type Recurring = z.infer<typeof recurringSchema>;
export type Product = z.infer<typeof productSchema>;
export type ProductList = z.infer<typeof productListSchema>;
