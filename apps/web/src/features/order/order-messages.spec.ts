import { describe, expect, it } from '@jest/globals';
import { i18n } from '@lingui/core';
import type { Confirmation, OrderRefund } from '@shop/contract';
import { examples, type ExampleName } from '@shop/contract/examples';
import { orderMessages } from './order-messages';

const DAY_MS = 24 * 60 * 60 * 1000;
const orderedAt = Date.parse('2026-11-23T14:00:00.000Z');

/** All that the head of the page says of an example that differs in some fields, so many days after the order. */
function said(name: ExampleName, change: object = {}, days = 0): string {
  const order = { ...examples[name], ...change } as Confirmation;
  const format = (amountMinor: number, currency: string) => `${amountMinor} ${currency}`;
  const { heading, lead, soon } = orderMessages(order, format, orderedAt + days * DAY_MS);
  return [heading, lead, soon].flatMap((message) => (message ? [i18n._(message)] : [])).join(' ');
}

const paidBy = (type: string | null) => ({
  paymentMethod: type === null ? null : { type, brand: null, last4: null },
});

describe('what the page says of an order', () => {
  it.each([
    ['card', 'Your payment has come in'],
    ['paypal', 'Your payment has come in'],
    [null, 'Your payment has come in'],
    ['sepa_debit', 'Your bank has completed the payment'],
    ['konbini', 'Your voucher has been paid'],
    ['oxxo', 'Your voucher has been paid'],
    ['customer_balance', 'Your bank transfer has come in in full'],
  ])('is true of the way it was paid: %s', (type, words) => {
    expect(said('confirmation-confirmed-full', paidBy(type))).toContain(words);
  });

  it('speaks of no payment where nothing was to pay', () => {
    expect(said('confirmation-nothing-to-pay-full')).not.toMatch(/payment|paid/);
  });

  it.each(['full', 'masked'] as const)(
    'speaks of today alone where nothing is to pay before it renews: %s',
    (view) => {
      const renewal = { amountMinor: 1850, recurring: { interval: 'month', intervalCount: 1 } };
      const begun = { status: 'active', nextChargeAt: null, endsAt: null };
      const free = (renewals: object[]) =>
        said(`confirmation-nothing-to-pay-${view}`, { subscription: { ...begun, renewals } });
      expect(free([renewal])).toMatch(/There is nothing to pay today\.$/);
      expect(free([])).toMatch(/There is nothing to pay\.$/);
    },
  );

  it.each([
    ['us_bank_account', /^Your bank is processing your payment.*2 to 14 days/],
    ['klarna', /^Your payment is being processed.*several days/],
    [null, /^Your payment is being processed.*several days/],
  ])('names a bank only where one is at work: %s', (type, words) => {
    expect(said('confirmation-processing-full', paidBy(type))).toMatch(words);
  });

  it.each([
    ['us_bank_account', /didn’t go through Nothing was taken/],
    ['oxxo', /^Your voucher wasn’t paid Nothing was charged/],
    ['customer_balance', /^Your bank transfer didn’t come in in full.*send it back/],
  ])('is true of a payment that failed: %s', (type, words) => {
    expect(said('confirmation-payment-failed-full', paidBy(type))).toMatch(words);
  });

  it.each(['active', 'past_due', 'unpaid', 'incomplete', 'canceled'])(
    'invites to order again only once nothing of the first order can be charged: %s',
    (status) => {
      const subscription = { status, renewals: [], nextChargeAt: null, endsAt: null };
      const words = said('confirmation-payment-failed-full', { subscription });
      if (status === 'canceled') expect(words).toMatch(/welcome to order again/);
      else expect(words).toMatch(/^Your payment didn’t go through The last payment failed\./);
    },
  );

  it.each([
    ['oxxo', /^Your voucher wasn’t paid/],
    ['customer_balance', /^Your bank transfer didn’t come in in full/],
    ['us_bank_account', /^Your payment didn’t go through/],
    ['card', /^This checkout has expired/],
    [null, /^This checkout has expired/],
  ])('calls no order a checkout that expired while its payment was awaited: %s', (type, words) => {
    expect(said('confirmation-expired-full', paidBy(type))).toMatch(words);
  });

  it.each(['full', 'masked'] as const)(
    'calls no checkout expired whose order the shop has refused: %s',
    (view) => {
      expect(said(`confirmation-expired-${view}`, { shopStatus: 'cancelled' })).toMatch(
        /^Your order is cancelled Nothing was charged\./,
      );
    },
  );

  it('does not say that nothing was taken where a part may have been transferred', () => {
    expect(said('confirmation-payment-failed-full', paidBy('customer_balance'))).not.toMatch(
      /Nothing/,
    );
    expect(said('confirmation-payment-failed-masked')).not.toMatch(/Nothing/);
  });

  it('names the part that was refunded, and the bank’s delay while it can last', () => {
    const name = 'confirmation-partially-refunded-full';
    expect(said(name, {}, 2)).toMatch(
      /1800 usd of it has been refunded\. It can take your bank 5 to 10/,
    );
    expect(said(name, {}, 30)).toMatch(/1800 usd of it has been refunded\.$/);
    expect(said('confirmation-refunded-masked', {}, 30)).toMatch(/6440 usd back to you\.$/);
  });

  const refunded = (amountMinor: number, status: OrderRefund['status']): OrderRefund => ({
    amountMinor,
    status,
    presentment: null,
    createdAt: '2026-11-24T09:30:00.000Z',
  });

  it.each<[string, OrderRefund[], string]>([
    ['however often it was tried', [refunded(1400, 'failed'), refunded(1400, 'failed')], '1400'],
    ['beside a later part', [refunded(1000, 'failed'), refunded(500, 'succeeded')], '1000'],
    ['beside an earlier part', [refunded(1400, 'succeeded'), refunded(1000, 'failed')], '1000'],
    [
      'where a later one was made good',
      [refunded(1000, 'failed'), refunded(500, 'failed'), refunded(500, 'pending')],
      '1000',
    ],
    ['that was never made of what is left', [refunded(440, 'succeeded')], '6000'],
  ])('names a refund that failed by its own amount, %s', (_, refunds, amount) => {
    const amounts = { ...examples['confirmation-refund-failed-full'].amounts, refundedMinor: 440 };
    expect(said('confirmation-refund-failed-full', { refunds, amounts })).toMatch(
      new RegExp(`^Your refund of ${amount} usd didn’t reach you`),
    );
  });

  it('names a refund that failed in the shopper’s own currency', () => {
    const presentment = { amountMinor: 900, currency: 'eur' };
    const refunds = [{ ...refunded(1000, 'failed'), presentment }, refunded(500, 'succeeded')];
    expect(said('confirmation-refund-failed-full', { refunds })).toContain('900 eur');
  });

  it('says that a check usually takes a moment only for an hour', () => {
    expect(said('confirmation-checking-full')).toContain('usually takes a moment');
    expect(said('confirmation-checking-full', {}, 1)).toContain('longer than usual');
  });
});
