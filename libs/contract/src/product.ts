import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';

/** How often a subscription renews, in Stripe's words (https://docs.stripe.com/api/prices/object#price_object-recurring). */
export const recurringSchema = z
  .object({
    interval: z.enum(['day', 'week', 'month', 'year']),
    intervalCount: z.int().positive().meta({ description: 'Every so many of them.' }),
  })
  .meta({ id: 'Recurring' });

const priceSchema = z.object({
  id: z.string().meta({ description: 'Stripe price id, what checkout takes.' }),
  amountMinor: amountMinorSchema,
  currency: currencySchema,
  recurring: recurringSchema.nullable().meta({ description: 'Null for what is bought once.' }),
});

export const languageTagSchema = z.string().meta({ description: 'BCP 47.', example: 'de' });

/** One of the prices that a product is sold at. */
export const productVariantSchema = z
  .object({
    name: z.string().nullable().meta({
      description:
        'Null where the product has one variant, or where only `price.recurring` tells them apart.',
    }),
    lang: languageTagSchema.meta({ description: 'Language of the name.' }),
    translations: z.array(z.object({ lang: languageTagSchema, name: z.string() })),
    price: priceSchema,
  })
  .meta({ id: 'ProductVariant' });

/** A product for sale, with its variants and their prices in the shop's currency. */
export const productSchema = z
  .object({
    id: z.string().meta({ description: 'Stripe product id.', example: 'prod_SandboxMug' }),
    name: z.string(),
    description: z.string().nullable(),
    lang: languageTagSchema.meta({ description: 'Language of name and description.' }),
    translations: z
      .array(
        z.object({
          lang: languageTagSchema,
          name: z.string().nullable(),
          description: z.string().nullable(),
        }),
      )
      .meta({ description: 'Name and description in other languages; null: not translated.' }),
    imageUrl: z
      .string()
      .nullable()
      .meta({ description: 'Absolute, or a path on the shop itself.' }),
    soldOut: z
      .boolean()
      .meta({ description: 'Nothing is left, or all that is left is being paid for.' }),
    price: priceSchema.meta({ description: 'Of the first variant.' }),
    variants: z
      .array(productVariantSchema)
      .min(1)
      .meta({ description: 'What a shopper chooses from, the preferred one first.' }),
  })
  .meta({ id: 'Product' });

/** Answer of GET /api/products. */
export const productListSchema = z
  .object({ products: z.array(productSchema) })
  .meta({ id: 'ProductList' });

export type Recurring = z.infer<typeof recurringSchema>;
export type Product = z.infer<typeof productSchema>;
export type ProductList = z.infer<typeof productListSchema>;
export type ProductVariant = z.infer<typeof productVariantSchema>;
