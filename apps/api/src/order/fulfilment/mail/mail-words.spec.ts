import { describe, expect, it } from '@jest/globals';
import type { OrderRefund, OrderRow, PaymentAction } from '../../../database/schema/tables';
import { supportedLocales } from './mail-locale';
import { exampleOrder } from './gallery/example-orders';
import { exampleShop } from './gallery/example-shop';
import { mailKinds } from './messages/mail-kind';
import type { MailKind } from './messages/mail-kind';
import { orderMail } from './order-mail';

const shop = {
  file: exampleShop(),
  url: 'https://shop.example',
  orderUrl: 'https://shop.example/order',
};

function mail(kind: MailKind, changes: Partial<OrderRow> = {}, refund?: OrderRefund) {
  const { order } = exampleOrder('confirmed', { totalMinor: 2400, ...changes });
  return orderMail(kind, { order, lines: [] }, shop, order.createdAt, refund);
}

/** What it says: greeting and news, without the amounts below. */
const saidBy = (...what: Parameters<typeof mail>) =>
  mail(...what).text.split(/\n\n(?:Left to pay|Test deposits|\S[^\n]*:\nhttp)/)[0] ?? '';

const by = (type: string) => ({ paymentMethod: { type, brand: null, last4: null } });

const voucher: PaymentAction = {
  type: 'voucher',
  url: 'https://payments.stripe.com/oxxo/voucher/1',
  number: '12345678901234657890123456789012',
  amountMinor: 2400,
  expiresAt: '2026-01-09T05:59:59.000Z',
};

const refundOf = (amountMinor: number, createdAt = '2026-01-06T10:00:00Z'): OrderRefund => ({
  id: `re_${amountMinor}`,
  amountMinor,
  status: 'succeeded',
  presentment: null,
  createdAt,
});

describe('the words of an e-mail', () => {
  it.each<[string, MailKind, Partial<OrderRow>, RegExp]>([
    ['card', 'confirmed', {}, /Your payment has come in and your order is confirmed\./],
    [
      'nothing',
      'confirmed',
      { totalMinor: 0 },
      /Your order is confirmed\. There is nothing to pay\./,
    ],
    ['nothing, later', 'paymentReceived', { totalMinor: 0 }, /There is nothing to pay\./],
    ['a bank debit', 'paymentReceived', by('sepa_debit'), /Your bank has completed the payment/],
    ['cash', 'paymentReceived', by('oxxo'), /Your voucher has been paid/],
    ['a transfer', 'paymentReceived', by('customer_balance'), /Your bank transfer has come in/],
    ['PayPal', 'paymentReceived', by('paypal'), /Your payment has come in/],
    ['a free trial', 'subscriptionStarted', { totalMinor: 0 }, /There is nothing to pay today\./],
    ['a subscription', 'subscriptionStarted', {}, /Your payment has come in and your subscription/],
  ])('are true of an order paid by %s', (_way, kind, changes, words) => {
    expect(saidBy(kind, changes)).toMatch(words);
  });

  it('say of a payment only what Stripe says', () => {
    const accepted = { sessionState: 'checking' } as const;
    for (const kind of ['confirmed', 'paymentReceived'] as const) {
      expect(mail(kind, accepted).subject).toBe('Your order R7K3-M9QX at Morrow Goods');
      expect(saidBy(kind, accepted)).toMatch(/\n\nYour order is confirmed\.$/);
    }
  });

  it.each<[string, Partial<OrderRow>, RegExp]>([
    ['debit', by('us_bank_account'), /Nothing was taken/],
    [
      'voucher',
      { paymentAction: voucher },
      /No payment for your voucher has reached us, and it can no longer be paid/,
    ],
    ['voucher that is forgotten', by('konbini'), /it can no longer be paid/],
    ['transfer', by('customer_balance'), /The whole amount did not come in/],
  ])('say of a failed %s what is known', (_way, changes, words) => {
    const said = saidBy('paymentFailed', { paidAt: null, status: 'payment_failed', ...changes });
    expect(said).toMatch(words);
  });

  it('name the part that is refunded', () => {
    const part = refundOf(500);
    const changes = { refundedMinor: 500, refunds: [part] };
    for (const kind of ['refund', 'refundPartial'] as const) {
      const said = saidBy(kind, changes, part);
      expect(said).toContain('We have refunded $5.00 of the $24.00 of your order.');
    }
    expect(mail('refund', changes, part).subject).toMatch(/^A partial refund/);
  });

  it('name part and whole in the currency of the shopper', () => {
    const part = { ...refundOf(500), presentment: { amountMinor: 450, currency: 'eur' } };
    const presentment = { amountMinor: 2160, currency: 'eur' };
    expect(saidBy('refund', { presentment, refundedMinor: 500, refunds: [part] }, part)).toContain(
      'We have refunded €4.50 of the €21.60 of your order.',
    );
  });

  it('say that an order is refunded in full when it is', () => {
    const all = refundOf(2400);
    const one = saidBy('refund', { refundedMinor: 2400, refunds: [all] }, all);
    expect(one).toContain('We have refunded your order in full: $24.00.');
    const [first, last] = [refundOf(500), refundOf(1900, '2026-01-07T10:00:00Z')];
    const changes = { refundedMinor: 2400, refunds: [first, last] };
    expect(saidBy('refund', changes, last)).toContain('With it, your order is refunded in full.');
    expect(saidBy('refund', changes, first)).toContain('$5.00 of the $24.00');
  });

  it('promise a time for cards only', () => {
    const all = refundOf(2400);
    expect(saidBy('refund', {}, all)).toContain('5 to 10 business days');
    expect(saidBy('refund', by('sepa_debit'), all)).not.toContain('days');
  });

  it('name amount and deadline of a voucher, in the time of its country', () => {
    const said = saidBy('orderReceivedVoucher', {
      ...by('oxxo'),
      paidAt: null,
      paymentAction: voucher,
    });
    expect(said).toContain('Please pay $24.00 with your voucher by January 8, 2026 at 11:59');
    expect(said).toMatch(/11:59\sPM (CST|GMT-6)\./);
    const german = { ...by('oxxo'), paidAt: null, paymentAction: voucher, language: 'de-AT' };
    expect(mail('voucherReminder', german).text).toMatch(/bis 8\. Jänner 2026/);
  });

  it('say what is left of a bank transfer', () => {
    const paymentAction: PaymentAction = {
      type: 'bank_transfer',
      url: null,
      reference: 'ABC123',
      amountRemainingMinor: 1400,
      currency: 'usd',
    };
    const said = saidBy('orderReceivedBankTransfer', { paidAt: null, paymentAction });
    expect(said).toContain('$14.00 is still to be transferred');
  });

  it('say which test deposits a bank account waits for', () => {
    const paymentAction: PaymentAction = {
      type: 'microdeposits',
      url: 'https://payments.stripe.com/m',
      arrivalDate: '2026-01-09T08:00:00.000Z',
    };
    const said = saidBy('orderReceived', { paidAt: null, paymentAction });
    expect(said).toContain('They should arrive by January 9, 2026.');
    expect(said).not.toContain('Your bank is processing');
  });

  it('say why an order was cancelled', () => {
    expect(saidBy('orderCancelled', { status: 'refused' })).toContain('We could not accept');
    expect(saidBy('orderCancelled', { status: 'expired' })).toContain(
      'The whole payment had not come in',
    );
  });

  it.each<[MailKind, Partial<OrderRow>]>([
    ['paymentFailed', { paymentAction: voucher }],
    ['paymentFailed', by('customer_balance')],
    ['orderCancelled', { status: 'expired', paymentAction: voucher }],
    ['orderCancelled', { status: 'expired', ...by('customer_balance') }],
  ])(
    'tell of no time that has ended, which staff need not have waited for: %s',
    (kind, changes) => {
      const { subject } = mail(kind, { paidAt: null, ...changes });
      expect(`${subject}\n${saidBy(kind, { paidAt: null, ...changes })}`).not.toMatch(
        /in time|expired|time to pay/,
      );
    },
  );

  it('say of a withdrawal what becomes of the money: of a cancelled order it is refunded without it', () => {
    const review = /Nothing is refunded before we have looked at it/;
    expect(saidBy('withdrawalNotice')).toMatch(review);
    const cancelledAt = new Date('2026-01-05T10:09:00Z');
    const cancelled = saidBy('withdrawalNotice', { cancelledAt, cancelRefund: 'due' });
    expect(cancelled).toContain('you get back all that you have paid');
    expect(cancelled).not.toMatch(review);
    const free = saidBy('withdrawalNotice', { cancelledAt, cancelRefund: 'none', totalMinor: 0 });
    expect(free).toContain('there was nothing to pay');
    expect(free).not.toMatch(review);
  });

  it.each(supportedLocales)(
    'exist in %s for every kind, each with a subject of its own language',
    (language) => {
      for (const kind of mailKinds) {
        const { subject, text } = mail(kind, { language });
        expect(subject).toContain('R7K3-M9QX');
        expect(subject).toContain('Morrow Goods');
        expect(`${subject}\n${text}`).not.toMatch(/[{}]|undefined|null/);
        if (language !== 'en') expect(subject).not.toBe(mail(kind).subject);
      }
    },
  );
});
