import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';

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
    }),
  })
  .meta({ id: 'Product' });

/** Answer of GET /api/products. */
export const productListSchema = z
  .object({ products: z.array(productSchema) })
  .meta({ id: 'ProductList' });

export type Product = z.infer<typeof productSchema>;
export type ProductList = z.infer<typeof productListSchema>;
