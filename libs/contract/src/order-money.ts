import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';

const presentmentSchema = z
  .object({ amountMinor: amountMinorSchema, currency: currencySchema })
  .meta({ id: 'Presentment', description: "Stripe's presentment_details." });

/** https://docs.stripe.com/api/refunds/object. Canceled refunds are left out: no money moved. */
export const refundSchema = z
  .object({
    amountMinor: amountMinorSchema.meta({ description: "In the order's currency." }),
    status: z.enum(['pending', 'requires_action', 'succeeded', 'failed']).meta({
      description:
        "Stripe's refund status. pending: on its way. requires_action: the shopper must give bank details. failed: the money did not reach the shopper.",
    }),
    presentment: presentmentSchema
      .nullable()
      .meta({ description: 'What the shopper gets in their own currency; show it first.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'OrderRefund' });

export const amountsSchema = z
  .object({
    currency: currencySchema,
    subtotalMinor: amountMinorSchema,
    discountMinor: amountMinorSchema,
    shippingMinor: amountMinorSchema,
    taxMinor: amountMinorSchema.meta({ description: 'All tax, within the prices or added.' }),
    taxIncludedMinor: amountMinorSchema.meta({
      description: 'The part of taxMinor that the prices already include.',
    }),
    totalMinor: amountMinorSchema,
    refundedMinor: amountMinorSchema.meta({ description: 'Refunds that have succeeded.' }),
    presentment: presentmentSchema.nullable().meta({
      description:
        'What the shopper was charged in their own currency; show it first. null unless they were charged.',
    }),
  })
  .meta({ id: 'OrderAmounts' });

export const voucherSchema = z
  .object({
    number: z.string().nullable().meta({
      description: 'What the shopper types or shows where they pay; null if the voucher has none.',
    }),
    amountMinor: amountMinorSchema,
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Voucher' });

export const bankTransferSchema = z
  .object({
    amountRemainingMinor: amountMinorSchema.meta({
      description: 'What is left to transfer: a transfer may come in parts.',
    }),
    currency: currencySchema,
    reference: z.string().nullable().meta({ description: 'What the transfer must quote.' }),
    instructionsUrl: z.url().nullable().meta({ description: "Stripe's page with the account." }),
  })
  .meta({ id: 'BankTransfer' });

export type OrderRefund = z.infer<typeof refundSchema>;
export type Voucher = z.infer<typeof voucherSchema>;
export type BankTransfer = z.infer<typeof bankTransferSchema>;
