import type { Settings } from '../engine/settings';
import type { Switches } from '../engine/switches';
import type { Faults } from '../http/faults';
import type { Field } from './field';

// The types require a field for every switch, fault and setting.
export const switchFields: Record<keyof Switches, Field> = {
  delayMs: { kind: 'number', label: 'Late by', unit: 'ms', min: 0, max: 600_000 },
  copies: {
    kind: 'number',
    label: 'Copies of each event',
    min: 1,
    max: 100,
    hint: '2 sends all twice',
  },
  outOfOrder: {
    kind: 'switch',
    label: 'Out of order',
    hint: 'Events of one moment arrive last first',
  },
  drop: { kind: 'switch', label: 'Dropped', hint: 'Lost, and never tried again' },
  wrongSignature: { kind: 'switch', label: 'Wrong signature' },
};

export const faultFields: Record<keyof Faults, Field> = {
  latencyMs: { kind: 'number', label: 'Latency', unit: 'ms', min: 0, max: 600_000 },
  status: {
    kind: 'choice',
    label: 'Answer with',
    numeric: true,
    options: [
      ['', 'the true answer'],
      ['429', '429 Too many requests'],
      ['500', '500 Server error'],
    ],
  },
  missingPermissions: {
    kind: 'texts',
    label: 'Permissions the key lacks',
    placeholder: 'rak_dispute_read, rak_refund_read',
  },
  reset: { kind: 'switch', label: 'Reset', hint: 'Cut the connection' },
  hang: { kind: 'switch', label: 'Hang', hint: 'Accept, and never answer' },
  stall: { kind: 'switch', label: 'Stall', hint: 'Stop in the middle of the answer' },
  drip: { kind: 'switch', label: 'Drip', hint: 'One byte at a time' },
  when: {
    kind: 'choice',
    label: 'The request itself',
    options: [
      ['', 'is not executed'],
      ['after', 'is executed; only its answer is lost'],
      ['instead', 'fails half-way; its key keeps the error'],
    ],
  },
  path: { kind: 'text', label: 'Only paths that start with', placeholder: '/v1/checkout' },
  method: {
    kind: 'choice',
    label: 'Only the method',
    options: [
      ['', 'any'],
      ['GET', 'GET'],
      ['POST', 'POST'],
      ['DELETE', 'DELETE'],
    ],
  },
  times: { kind: 'number', label: 'How many requests', min: 1, hint: 'Empty for all' },
};

export const settingFields: Record<keyof Settings, Field> = {
  customers: {
    kind: 'choice',
    label: 'Checkout remembers customers as',
    options: [
      ['customers_v1', 'Customers (v1)'],
      ['accounts_v2', 'Accounts (v2)'],
    ],
  },
  waitForWebhook: {
    kind: 'switch',
    label: 'Wait for the webhook',
    hint: 'The way back is held until endpoints answered; off is what the Stripe CLI does',
  },
  webhookTimeoutMs: { kind: 'number', label: 'Wait at most', unit: 'ms', min: 1, max: 60_000 },
  retryScheduleMs: { kind: 'numbers', label: 'Waits before each retry, ms' },
  presentmentCurrency: {
    kind: 'choice',
    label: 'Shoppers pay in',
    options: [
      ['shop', 'the currency of the shop'],
      ['eur', 'EUR'],
      ['gbp', 'GBP'],
      ['jpy', 'JPY'],
      ['usd', 'USD'],
    ],
  },
  presentmentPercent: {
    kind: 'number',
    label: 'Amount in that currency',
    unit: '%',
    min: 1,
    max: 1_000_000,
  },
  automaticTax: {
    kind: 'switch',
    label: 'Tax every checkout',
    hint: 'Also those that did not ask for automatic tax',
  },
  taxPercent: { kind: 'number', label: 'Automatic tax', unit: '%', min: 0, max: 100 },
  taxBehavior: {
    kind: 'choice',
    label: 'Prices that do not say it are',
    options: [
      ['exclusive', 'without tax'],
      ['inclusive', 'with tax included'],
    ],
  },
  taxIsActive: {
    kind: 'switch',
    label: 'Stripe Tax is set up',
    hint: 'If not, checkouts with automatic tax are refused',
  },
  hasTermsUrl: {
    kind: 'switch',
    label: 'The Dashboard has the URL of terms',
    hint: 'If not, checkouts that ask for consent to them are refused',
  },
  shopperNeverReturns: {
    kind: 'switch',
    label: 'The shopper never returns',
    hint: 'After paying, the tab is closed instead',
  },
  bankTransfers: { kind: 'switch', label: 'Offer bank transfers' },
  voucherPayerStays: {
    kind: 'switch',
    label: 'Voucher payers stay',
    hint: 'They see the voucher, as at Stripe, instead of going back to the shop',
  },
  cancelCheckoutPayments: {
    kind: 'switch',
    label: 'Unpaid payments of Checkout can be cancelled',
    hint: 'Stripe’s reference says so of those that wait for a capture only',
  },
};
