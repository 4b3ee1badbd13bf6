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
