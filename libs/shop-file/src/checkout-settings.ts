import { z } from 'zod';
import { customFieldsSchema } from './custom-fields.ts';
import { shippingCountrySchema } from './shipping-countries.ts';
import { lineOfText, localizedTextSchema } from './texts.ts';

const amountMinor = z
  .int()
  .min(0)
  .max(99_999_999)
  .meta({ description: 'In minor units of the currency.' });

/** Stripe takes no 0 (https://docs.stripe.com/api/shipping_rates/create). */
const days = z.int().min(1, { error: 'must be 1 or more' }).max(90);

const businessDays = z
  .strictObject({ minimum: days.optional(), maximum: days.optional() })
  .refine(({ minimum = 0, maximum = minimum }) => minimum <= maximum, {
    path: ['maximum'],
    error: 'must not be less than the minimum',
  });

/** Of a price that can be ordered, as the API's contract has it. */
const PRICE_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,254}$/;

/** One way to ship: Checkout shows it with its price and its days (`shipping_options`). */
const shippingRateSchema = z.strictObject({
  name: lineOfText(100),
  amountMinor,
  freeFromMinor: amountMinor.optional().meta({
    description: 'Free when the goods cost at least this much; without it never.',
  }),
  deliveryDays: businessDays.optional().meta({ description: 'Business days until it arrives.' }),
});

const shippingSchema = z.strictObject({
  countries: z
    .array(shippingCountrySchema)
    .min(1)
    .meta({ description: 'ISO 3166-1 alpha-2 codes of the countries the shop ships to.' }),
  rates: z.array(shippingRateSchema).max(5).default([]),
});

/**
 * What the payment page asks and offers (https://docs.stripe.com/api/checkout/sessions/create). Without `shipping` no
 * address is asked for.
 */
export const checkoutSettingsSchema = z.strictObject({
  shipping: shippingSchema.optional(),
  tax: z
    .enum(['off', 'exclusive', 'inclusive'])
    .default('off')
    .meta({ description: 'Stripe Tax: off, added to the prices, or within them.' }),
  taxIds: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether businesses may give their tax id.' }),
  phone: z.boolean().default(false),
  billingAddress: z.enum(['auto', 'required']).default('auto'),
  customFields: customFieldsSchema,
  terms: z.boolean().default(false).meta({
    description:
      'Whether the shopper must agree to the terms; needs legal.terms, and the same URL in the Dashboard.',
  }),
  customText: localizedTextSchema(1200)
    .optional()
    .meta({ description: 'Shown beside the pay button.' }),
  promotionCodes: z.boolean().default(false),
  adjustableQuantity: z.boolean().default(false),
  optionalItems: z
    .array(z.string().regex(PRICE_ID, { error: 'must be a Stripe price id' }))
    .max(10)
    .default([])
    .meta({ description: 'Prices offered on the payment page.' }),
  invoices: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether Stripe makes an invoice of each order.' }),
  statementDescriptorSuffix: z
    .string()
    .regex(/^(?=.*[A-Za-z])[^<>\\'"*]{1,22}$/, {
      error: 'must be 1 to 22 characters, with a letter, without < > \\ \' " *',
    })
    .optional(),
  customers: z.enum(['always', 'if_required']).default('always'),
  expiresMinutes: z.int().min(60).max(1440).default(60).meta({
    description:
      "Minutes until an unpaid checkout ends. Of 1440, Stripe's most, two are left out: clocks differ.",
  }),
});
