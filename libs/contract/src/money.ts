import { z } from 'zod';

/** An amount in the currency's minor units, as Stripe counts them: 1099 is 10.99 usd and 1099 jpy. */
export const amountMinorSchema = z.int().nonnegative().meta({
  description: 'Minor units of the currency, as Stripe counts them (1099 is 10.99 usd, 1099 jpy).',
});

/** A three-letter ISO 4217 code in lower case, as Stripe writes it. */
export const currencySchema = z
  .string()
  .regex(/^[a-z]{3}$/)
  .meta({ description: 'ISO 4217, lower case.', example: 'usd' });
