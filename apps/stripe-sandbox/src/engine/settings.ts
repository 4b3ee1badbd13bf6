import { isCurrency } from '@shop/money';
import { z } from 'zod';

/** How the account behaves; changed at run time through `PUT /sandbox/api/settings`. */
export const settingsSchema = z.strictObject({
  /** How hosted Checkout stores a new customer: as a Customer (v1) or as an Account (v2). */
  customers: z.enum(['customers_v1', 'accounts_v2']),
  /** Hold the shopper's redirect until the endpoints answered `checkout.session.completed`, as Stripe does. */
  waitForWebhook: z.boolean(),
  /** The longest time the redirect is held, and the time limit of one delivery. */
  webhookTimeoutMs: z.int().min(1).max(60_000),
  /** Waits before the second, third, … try of a delivery. Shorter than Stripe's, which takes days. */
  retryScheduleMs: z.array(z.int().min(0).max(259_200_000)).max(50),
  /** The currency shoppers pay in: a code of three letters, or "shop" for the session's own. */
  presentmentCurrency: z.string().refine((code) => code === 'shop' || isCurrency(code)),
  /** The amount in that currency, in percent of the session's amount: 92 turns $10.00 into €9.20. */
  presentmentPercent: z.int().min(1).max(1_000_000),
  /** Every Checkout Session computes tax, also one that was made without `automatic_tax`. */
  automaticTax: z.boolean(),
  /** The rate of automatic tax, but for the few countries that the sandbox has a rate of: see `tax-rates.ts`. */
  taxPercent: z.number().min(0).max(100),
  /** Whether automatic tax is in a price that does not say so itself (`tax_behavior`). */
  taxBehavior: z.enum(['exclusive', 'inclusive']),
  /** Whether Stripe Tax is set up. If not, a Checkout Session with `automatic_tax` is refused. */
  taxIsActive: z.boolean(),
  /** Whether the public business details have the URL of terms. If not, a session that asks for consent to them is refused. */
  hasTermsUrl: z.boolean(),
  /** After paying, the hosted page ends in a closed tab instead of the redirect. */
  shopperNeverReturns: z.boolean(),
  /** Checkout offers bank transfers (`customer_balance`), which can be paid in parts. */
  bankTransfers: z.boolean(),
  /** After choosing a voucher or transfer, the shopper stays on the page with the voucher; else, back to the shop. */
  voucherPayerStays: z.boolean(),
  /** Payments of Checkout Sessions can be canceled like others; else, as Stripe's reference has it, only to be captured. */
  cancelCheckoutPayments: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  customers: 'customers_v1',
  waitForWebhook: true,
  webhookTimeoutMs: 10_000,
  retryScheduleMs: [1_000, 5_000, 30_000, 300_000, 3_600_000, 21_600_000],
  presentmentCurrency: 'shop',
  presentmentPercent: 100,
  automaticTax: false,
  taxPercent: 10,
  taxBehavior: 'exclusive',
  taxIsActive: true,
  hasTermsUrl: true,
  shopperNeverReturns: false,
  bankTransfers: false,
  voucherPayerStays: true,
  cancelCheckoutPayments: true,
};
