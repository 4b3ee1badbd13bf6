import { z } from 'zod';
import { amountMinorSchema } from './money';

/** The shipping rate that the shopper chose. */
export const shippingRateSchema = z
  .object({
    name: z.string(),
    amountMinor: amountMinorSchema.meta({
      description: 'Of the rate itself. What was charged is amounts.shippingMinor.',
    }),
    deliveryDays: z
      .object({ minimum: z.int().nullable(), maximum: z.int().nullable() })
      .nullable()
      .meta({ description: 'Business days until it arrives; null where the shop does not say.' }),
  })
  .meta({ id: 'ShippingRate' });

/** What the shopper answered to a question of the shop. */
export const customFieldSchema = z
  .object({
    label: z.string().meta({ description: 'In the language that the shopper was asked in.' }),
    text: z.string().meta({ description: 'As typed, or the label of the option chosen.' }),
  })
  .meta({ id: 'CustomField' });

export const taxIdSchema = z
  .object({
    type: z.string().meta({ description: "Stripe's type of tax id.", example: 'eu_vat' }),
    value: z.string().nullable(),
  })
  .meta({ id: 'TaxId' });

/** The invoice that Stripe made. */
export const invoiceSchema = z
  .object({
    number: z.string().nullable(),
    url: z.url().nullable().meta({ description: "Stripe's page with the invoice." }),
    pdfUrl: z.url().nullable().meta({ description: "Stripe's file of it." }),
  })
  .meta({ id: 'Invoice' });

/** What the shopper chose and told on the payment page. */
export const choices = {
  phone: z.string().nullable(),
  shippingRate: shippingRateSchema.nullable(),
  customFields: z.array(customFieldSchema),
  taxIds: z.array(taxIdSchema),
  businessName: z.string().nullable(),
  termsAccepted: z
    .boolean()
    .meta({ description: 'Whether the shopper has agreed to the terms on the payment page.' }),
  invoice: invoiceSchema.nullable(),
  statementDescriptor: z
    .string()
    .nullable()
    .meta({ description: "What stands on the shopper's statement; null when not known." }),
};
