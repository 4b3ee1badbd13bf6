import { z } from 'zod';
import { amountMinorSchema, currencySchema } from './money';
import { recurringSchema } from './product';

/**
 * The states of an order as its shopper is told them. Which Checkout Session gives which state is written down at
 * `describeSession` in the API; refunds and disputes overlay a confirmed order.
 */
export const confirmationStates = [
  'open',
  'processing',
  'awaiting_voucher',
  'confirmed',
  'nothing_to_pay',
  'payment_failed',
  'expired',
  'partially_refunded',
  'refunded',
  'disputed',
  'checking',
] as const;

const itemSchema = z
  .object({
    name: z.string(),
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

const amountsSchema = z
  .object({
    currency: currencySchema,
    subtotalMinor: amountMinorSchema,
    discountMinor: amountMinorSchema,
    shippingMinor: amountMinorSchema,
    taxMinor: amountMinorSchema,
    totalMinor: amountMinorSchema,
    refundedMinor: amountMinorSchema,
    presentment: z
      .object({ amountMinor: amountMinorSchema, currency: currencySchema })
      .nullable()
      .meta({
        description:
          "What the shopper was charged in their own currency; show it first. Stripe's presentment_details.",
      }),
  })
  .meta({ id: 'OrderAmounts' });

const order = {
  orderNumber: z.string().meta({ description: 'What shoppers quote.', example: 'R7K3-M9QX' }),
  createdAt: z.iso.datetime(),
  final: z
    .boolean()
    .meta({ description: 'False while waiting can still change the state by itself: ask again.' }),
  items: z.array(itemSchema),
  amounts: amountsSchema,
};

const addressSchema = z
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

const paymentMethodSchema = z
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
  locale: z.string().nullable().meta({ description: 'Language of the Checkout Session.' }),
  paymentMethod: paymentMethodSchema.nullable(),
  receiptUrl: z.url().nullable(),
  shippingAddress: addressSchema.nullable(),
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
    })
    .meta({ id: 'FullConfirmationAwaitingVoucher' }),
  z
    .object({
      state: z.literal('expired'),
      ...order,
      ...personal,
      recoveryUrl: z
        .url()
        .nullable()
        .meta({ description: "Stripe's link to the same cart, if it still lives." }),
    })
    .meta({ id: 'FullConfirmationExpired' }),
  z
    .object({
      state: z.enum([
        'processing',
        'confirmed',
        'nothing_to_pay',
        'payment_failed',
        'partially_refunded',
        'refunded',
        'disputed',
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

/**
 * A Checkout Session id as this system takes it. Opaque to us but for its prefix
 * (https://docs.stripe.com/api/checkout/sessions/object#checkout_session_object-id).
 */
export const sessionIdSchema = z
  .string()
  .max(255)
  .regex(/^cs_(test|live)_[A-Za-z0-9]+$/)
  .meta({ description: 'Stripe Checkout Session id.', example: 'cs_test_a1b2c3' });

/** Body of POST /api/orders/confirmation/verification. */
export const verificationRequestSchema = z
  .strictObject({
    sessionId: sessionIdSchema,
    email: z
      .string()
      .max(254)
      .regex(/^\S+@\S+$/, { error: 'must be an e-mail address' }),
  })
  .meta({ id: 'VerificationRequest' });

export type ConfirmationState = (typeof confirmationStates)[number];
export type FullConfirmation = z.infer<typeof fullConfirmationSchema>;
export type MaskedConfirmation = z.infer<typeof maskedConfirmationSchema>;
export type Confirmation = z.infer<typeof confirmationSchema>;
export type VerificationRequest = z.infer<typeof verificationRequestSchema>;
