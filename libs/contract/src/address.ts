import { z } from 'zod';

export const addressSchema = z
  .object({
    name: z.string().nullable(),
    line1: z.string().nullable(),
    line2: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2.' }),
  })
  .meta({ id: 'Address' });

/** An address, and how it is written in its country. */
export const writtenAddressSchema = addressSchema
  .extend({
    lines: z.array(z.string()).meta({
      description: 'As it is written in its country, without the name of the country.',
      example: ['Jenny Rosen', '354 Oyster Point Blvd', 'South San Francisco, CA 94080'],
    }),
    countryFirst: z
      .boolean()
      .meta({ description: 'Whether the name of the country stands above the lines, not below.' }),
  })
  .meta({ id: 'WrittenAddress' });

const line = (most: number) => z.string().trim().min(1).max(most);

/** An address to send to, as its shopper types it. What a country needs more is checked against the order's address. */
export const typedAddressSchema = z
  .strictObject({
    name: line(150),
    line1: line(200),
    line2: z.string().trim().max(200).nullable(),
    postalCode: z.string().trim().max(30).nullable(),
    city: line(100),
    state: z.string().trim().max(100).nullable(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'must be a two-letter country code, such as DE' })
      .meta({ description: 'ISO 3166-1 alpha-2.', example: 'DE' }),
  })
  .meta({ id: 'TypedAddress' });

export type TypedAddress = z.infer<typeof typedAddressSchema>;
