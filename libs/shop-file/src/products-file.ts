import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { asJson, ShopFileError } from './shop-file.ts';
import { lineOfText, pictureSchema } from './texts.ts';

/** A product of `products.json`, beside the shop file: what the sandbox sells, and `npm run stripe:seed` creates. */
const productSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, { error: 'must be small letters, digits and dashes' }),
  name: lineOfText(200),
  description: lineOfText(500),
  image: pictureSchema.optional(),
  prices: z
    .record(z.string().regex(/^[a-z]{3}$/), z.int().min(0))
    .meta({ description: 'By currency, in minor units.' }),
  every: z.literal('month').optional().meta({ description: 'Sold as a subscription.' }),
});

export type CatalogueProduct = z.output<typeof productSchema>;

/**
 * Reads the products beside a shop file.
 * @returns none where there is no such file: the shop's products are made in the Stripe Dashboard
 * @throws ShopFileError that lists every fault
 */
export function readProducts(shopFile: string): CatalogueProduct[] {
  const path = join(dirname(shopFile), 'products.json');
  if (!existsSync(path)) return [];
  const result = z
    .array(productSchema)
    .max(200)
    .safeParse(asJson(readFileSync(path, 'utf8'), path));
  if (result.success) return result.data;
  throw new ShopFileError(
    result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    path,
  );
}
