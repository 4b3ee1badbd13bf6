import { z } from 'zod';
import { addressSchema } from './address';
import { confirmationStates, paymentMethodSchema } from './confirmation';
import { amountMinorSchema, currencySchema } from './money';
import { cancellationSchema } from './order-change';
import { customFieldSchema, invoiceSchema, shippingRateSchema, taxIdSchema } from './order-choices';
import { amountsSchema, refundSchema } from './order-money';
import { languageTagSchema, recurringSchema } from './product';
import { shipmentSchema, shopStatusSchema } from './shipment';
import { orderSubscriptionSchema } from './subscription';

/**
 * What the merchant's system is told of, and what each type says.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const merchantEventTypes = {
  'order.received': 'The payment is under way: a bank debit, a voucher or a bank transfer.',
  'order.paid': 'Paid, and the goods are due: ship them.',
  'order.payment_failed': 'The payment that was under way has failed.',
  'order.cancelled':
    'Refused, ended without payment after it had been received, or cancelled by its shopper: do not ship it.',
  'order.address_corrected':
    'Its shopper has corrected the shipping address; addressVersion says how often.',
  'order.refund_pending': 'A refund has been started, and its money has not arrived.',
  'order.refunded': 'The money of a refund has reached the shopper; in part or in full.',
  'order.refund_failed': 'A refund has failed: the shopper has not got the money.',
  'order.refund_canceled': 'A refund that had been started was canceled.',
  'order.disputed': "The shopper's bank has taken the payment back until the dispute is decided.",
  'order.dispute_closed': 'The dispute is decided; dispute.status says how.',
  'order.under_review': 'A person, or Radar, decides about the payment first.',
  'order.review_closed': 'The review has ended.',
  'order.shipped': 'A parcel is out; shopStatus says whether it was the last one.',
  'order.delivered': 'A parcel has been delivered; shopStatus says whether it was the last one.',
  'order.withdrawal_requested':
    'Somebody declares to withdraw from the order. No money has moved: check it, then refund.',
} as const;

export type MerchantEventType = keyof typeof merchantEventTypes;

const lineSchema = z
  .object({
    id: z.string().meta({ description: 'Unique and stable.', example: 'R7K3-M9QX-0' }),
    stripeProductId: z.string(),
    stripePriceId: z.string(),
    name: z
      .string()
      .meta({ description: 'Of the product, and of the variant where it has several.' }),
    variant: z.string().nullable().meta({ description: 'The variant alone.' }),
    lang: languageTagSchema.nullable().meta({ description: 'Language of the name, BCP 47.' }),
    quantity: z.int().positive(),
    unitAmountMinor: amountMinorSchema,
    amountMinor: amountMinorSchema.meta({
      description: 'unitAmountMinor × quantity, before discount, shipping and tax.',
    }),
    recurring: recurringSchema.nullable(),
    needsShipping: z.boolean(),
  })
  .meta({ id: 'MerchantOrderLine' });

const merchantRefundSchema = refundSchema
  .extend({ id: z.string().meta({ description: 'Stripe refund id.' }) })
  .meta({ id: 'MerchantRefund' });

const disputeSchema = z
  .object({
    id: z.string().meta({ description: 'Stripe dispute id.' }),
    status: z.string().meta({ description: "Stripe's dispute status." }),
    amountMinor: amountMinorSchema,
    dueBy: z.iso.datetime().nullable().meta({ description: 'Until when evidence can be given.' }),
  })
  .meta({ id: 'MerchantDispute' });

/** The whole order, as it is when the event is sent. */
export const merchantOrderSchema = z
  .object({
    orderNumber: z.string().meta({ example: 'R7K3-M9QX' }),
    status: z
      .enum(confirmationStates)
      .meta({ description: 'As the shopper is told: see the confirmation.' }),
    goodsDue: z.boolean().meta({
      description:
        'Whether to ship now: paid, and the money neither disputed nor on its way back in full.',
    }),
    mode: z.enum(['payment', 'subscription']),
    createdAt: z.iso.datetime(),
    paidAt: z.iso.datetime().nullable(),
    stripeSessionId: z.string().nullable(),
    stripePaymentIntentId: z.string().nullable(),
    stripeAccountId: z.string().nullable(),
    currency: currencySchema,
    totalMinor: amountMinorSchema,
    amounts: amountsSchema,
    refunds: z.array(merchantRefundSchema).meta({ description: 'Oldest first.' }),
    dispute: disputeSchema.nullable(),
    stripeSubscriptionId: z.string().nullable(),
    subscription: orderSubscriptionSchema.nullable(),
    customerName: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string().nullable(),
    shippingAddress: addressSchema.nullable(),
    addressVersion: z.int().min(0).meta({
      description:
        'How often its shopper has corrected the shipping address. The highest is right.',
    }),
    cancellation: cancellationSchema
      .nullable()
      .meta({ description: 'null unless its shopper, or the shop for them, has cancelled it.' }),
    paymentMethod: paymentMethodSchema.nullable(),
    shippingRate: shippingRateSchema.nullable(),
    customFields: z.array(
      customFieldSchema
        .extend({
          key: z.string().meta({ description: "The field's key in the shop file." }),
          value: z.string().meta({ description: "Of a choice: the option's own value." }),
        })
        .meta({ id: 'MerchantCustomField' }),
    ),
    taxIds: z.array(taxIdSchema),
    businessName: z.string().nullable(),
    termsAccepted: z.boolean(),
    invoice: invoiceSchema
      .extend({ id: z.string().meta({ description: 'Stripe invoice id.' }) })
      .nullable(),
    statementDescriptor: z.string().nullable(),
    lines: z.array(lineSchema),
    shopStatus: shopStatusSchema,
    shipments: z.array(shipmentSchema).meta({ description: 'Parcels, the first one first.' }),
  })
  .meta({ id: 'MerchantOrder' });

/** As its sender has written it. The sender need not be the shopper: compare name and address with the order's. */
const withdrawalSchema = z
  .object({
    reference: z.string().meta({ example: 'W-R7K3-M9QX' }),
    receivedAt: z.iso.datetime(),
    name: z.string(),
    email: z.string().meta({ description: 'Where the acknowledgement goes.' }),
    items: z.string().nullable().meta({ description: 'Null: the whole order.' }),
    reason: z.string().nullable(),
    hash: z
      .string()
      .meta({ description: 'Of the record: keep it, to prove later that nobody has changed it.' }),
  })
  .meta({ id: 'MerchantWithdrawal' });

/** Body of every event to the merchant's system. Its id is in the header `webhook-id`. */
export const merchantEventSchema = z
  .object({
    type: z.enum(Object.keys(merchantEventTypes) as [MerchantEventType, ...MerchantEventType[]]),
    timestamp: z.iso.datetime().meta({ description: 'When it became true.' }),
    sequence: z.int().positive().meta({
      description: 'Rises with each event of an order. Drop what is not higher than the last one.',
    }),
    withdrawal: withdrawalSchema
      .optional()
      .meta({ description: 'Of order.withdrawal_requested: what was declared.' }),
    data: merchantOrderSchema,
  })
  .meta({ id: 'MerchantEvent' });

/** The body of one type. */
export const merchantEventOf = (type: MerchantEventType) =>
  merchantEventSchema.extend({ type: z.literal(type) });

export type MerchantOrder = z.infer<typeof merchantOrderSchema>;
export type MerchantEvent = z.infer<typeof merchantEventSchema>;
