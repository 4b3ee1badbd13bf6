import { z } from 'zod';
import { writtenAddressSchema } from './address';
import { amountMinorSchema } from './money';
import { cancellationSchema } from './order-change';
import { choices } from './order-choices';
import { mailSchema, resendSchema } from './order-mail';
import { amountsSchema, bankTransferSchema, refundSchema, voucherSchema } from './order-money';
import { languageTagSchema, recurringSchema } from './product';
import { orderShipmentSchema, shopStatusSchema } from './shipment';
import { orderSubscriptionSchema } from './subscription';

/**
 * The states of an order as its shopper is told them. The table in the API's `session-state.ts` says which Checkout
 * Session gives which state. Disputes and refunds replace the state of a paid order, in this order: dispute, refund that
 * needs something, refund that failed and was not made good, refund on its way, money refunded.
 */
export const confirmationStates = [
  'open',
  'processing',
  'awaiting_voucher',
  'awaiting_bank_transfer',
  'awaiting_microdeposits',
  'payment_review',
  'under_review',
  'confirmed',
  'nothing_to_pay',
  'payment_failed',
  'expired',
  'refund_pending',
  'refund_requires_action',
  'refund_failed',
  'partially_refunded',
  'refunded',
  'disputed',
  'dispute_lost',
  'checking',
] as const;

const itemSchema = z
  .object({
    priceId: z
      .string()
      .meta({ description: 'What POST /api/checkout takes to order it again, if it is for sale.' }),
    name: z
      .string()
      .meta({ description: 'Of the product, and of the variant where it has several.' }),
    variant: z.string().nullable().meta({
      description: 'The variant alone, which the name ends with; null where there is none.',
    }),
    lang: languageTagSchema
      .nullable()
      .meta({ description: 'Language of the name, BCP 47; null when it is not known.' }),
    imageUrl: z.string().nullable(),
    quantity: z.int().positive(),
    recurring: recurringSchema
      .nullable()
      .meta({ description: 'How often it is paid for again; null for what is bought once.' }),
    unitAmountMinor: amountMinorSchema,
    amountMinor: amountMinorSchema.meta({
      description: 'unitAmountMinor × quantity, before discount, shipping and tax.',
    }),
  })
  .meta({ id: 'OrderItem' });

const order = {
  orderNumber: z.string().meta({ description: 'What shoppers quote.', example: 'R7K3-M9QX' }),
  createdAt: z.iso.datetime(),
  paidAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'When the order was paid, or needed no payment; null until then.' }),
  withdrawableUntil: z.iso.datetime().nullable().meta({
    description:
      'Until when its shopper can withdraw, by POST /api/orders/withdrawals; null when there is nothing to withdraw from, or no longer.',
  }),
  final: z
    .boolean()
    .meta({ description: 'False while waiting can still change the state by itself: ask again.' }),
  items: z.array(itemSchema),
  amounts: amountsSchema,
  refunds: z.array(refundSchema).meta({ description: 'Oldest first.' }),
  subscription: orderSubscriptionSchema
    .nullable()
    .meta({ description: 'null where nothing in the order renews.' }),
  dispute: z.enum(['open', 'lost']).nullable().meta({
    description:
      'open: the bank has not decided. lost: the bank has taken the money back. null also for an inquiry, which moves no money, and for a dispute that was won.',
  }),
  cancellation: cancellationSchema.nullable().meta({
    description:
      'null unless its shopper, or the shop for them, has cancelled it. The state then tells of the refund; expired: there was nothing to pay.',
  }),
  shopStatus: shopStatusSchema,
  shipments: z.array(orderShipmentSchema).meta({ description: 'Parcels, the first one first.' }),
};

export const paymentMethodSchema = z
  .object({
    type: z
      .string()
      .meta({ description: "Stripe's payment method type: card, us_bank_account, …" }),
    brand: z
      .string()
      .nullable()
      .meta({ description: 'Card brand as Stripe names it: visa, mastercard, …' }),
    last4: z.string().nullable(),
  })
  .meta({ id: 'PaymentMethod' });

const personal = {
  view: z.literal('full'),
  customerName: z
    .string()
    .nullable()
    .meta({ description: 'As typed by the shopper: text, never markup.' }),
  email: z.string().nullable(),
  locale: z.string().nullable().meta({
    description:
      'Language of pages and e-mails: the nearest to what the shopper wants; null when unknown.',
  }),
  paymentMethod: paymentMethodSchema.nullable(),
  receiptUrl: z.url().nullable(),
  shippingAddress: writtenAddressSchema.nullable(),
  addressCorrectedAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'When its shopper last corrected the shipping address.' }),
  cancellableUntil: z.iso.datetime().nullable().meta({
    description:
      'Until when POST /api/orders/cancellation takes it, if nothing is sent before; it may be over. null when it would refuse for any other reason.',
  }),
  addressCorrectableUntil: z.iso.datetime().nullable().meta({
    description: 'The same for POST /api/orders/delivery-address.',
  }),
  ...choices,
  mail: mailSchema.nullable().meta({ description: 'null while no e-mail is due.' }),
  resend: resendSchema.nullable(),
  firstView: z
    .boolean()
    .meta({ description: 'True exactly once per paid order: count the purchase now.' }),
};

/** The shopper's own browser: everything a receipt shows. */
export const fullConfirmationSchema = z.discriminatedUnion('state', [
  z
    .object({
      state: z.literal('open'),
      ...order,
      ...personal,
      checkoutUrl: z.url().nullable().meta({ description: 'Where to go on paying.' }),
    })
    .meta({ id: 'FullConfirmationOpen' }),
  z
    .object({
      state: z.literal('awaiting_voucher'),
      ...order,
      ...personal,
      voucherUrl: z
        .url()
        .nullable()
        .meta({ description: "Stripe's page with the voucher to pay." }),
      voucher: voucherSchema.nullable(),
    })
    .meta({ id: 'FullConfirmationAwaitingVoucher' }),
  z
    .object({
      state: z.literal('awaiting_bank_transfer'),
      ...order,
      ...personal,
      bankTransfer: bankTransferSchema.nullable(),
    })
    .meta({ id: 'FullConfirmationAwaitingBankTransfer' }),
  z
    .object({
      state: z.literal('awaiting_microdeposits'),
      ...order,
      ...personal,
      verificationUrl: z
        .url()
        .nullable()
        .meta({ description: "Stripe's page where the shopper confirms the test deposits." }),
      arrivalDate: z.iso
        .datetime()
        .nullable()
        .meta({ description: 'When the test deposits reach the bank account.' }),
    })
    .meta({ id: 'FullConfirmationAwaitingMicrodeposits' }),
  z
    .object({
      state: z.literal('expired'),
      ...order,
      ...personal,
      recoveryUrl: z.url().nullable().meta({
        description:
          "Stripe's link to the same cart, if it still lives and nothing in it is sold out.",
      }),
    })
    .meta({ id: 'FullConfirmationExpired' }),
  z
    .object({
      state: z.enum([
        'processing',
        'payment_review',
        'under_review',
        'confirmed',
        'nothing_to_pay',
        'payment_failed',
        'refund_pending',
        'refund_requires_action',
        'refund_failed',
        'partially_refunded',
        'refunded',
        'disputed',
        'dispute_lost',
        'checking',
      ]),
      ...order,
      ...personal,
    })
    .meta({ id: 'FullConfirmationOther' }),
]);

/** Anybody else with the link: what was bought and its state, and nothing about whom. */
export const maskedConfirmationSchema = z
  .object({
    state: z.enum(confirmationStates),
    ...order,
    view: z.literal('masked'),
    maskedEmail: z.string().nullable().meta({ example: 'j•••@e•••.com' }),
  })
  .meta({ id: 'MaskedConfirmation' });

/** 200 of GET /api/orders/confirmation. */
export const confirmationSchema = z
  .discriminatedUnion('view', [fullConfirmationSchema, maskedConfirmationSchema])
  .meta({ id: 'Confirmation' });

export type ConfirmationState = (typeof confirmationStates)[number];
export type FullConfirmation = z.infer<typeof fullConfirmationSchema>;
export type MaskedConfirmation = z.infer<typeof maskedConfirmationSchema>;
export type Confirmation = z.infer<typeof confirmationSchema>;
