import { describe, expect, it } from '@jest/globals';
import type { OrderRow, Subscription } from '../../../database/schema/tables';
import { exampleOrder } from './gallery/example-orders';
import { exampleShop } from './gallery/example-shop';
import type { MailKind } from './messages/mail-kind';
import { orderMail } from './order-mail';

const NOW = new Date('2026-01-05T10:02:00Z');

const mail = (kind: MailKind, changes: Partial<OrderRow> = {}, file = exampleShop()) => {
  const { refund, ...subject } = exampleOrder(kind, changes);
  const shop = { file, url: 'https://shop.example', orderUrl: 'https://shop.example/order' };
  return orderMail(kind, subject, shop, NOW, refund);
};

const subscription: Subscription = {
  status: 'active',
  stripeCustomerId: null,
  currentPeriodEnd: '2026-02-05T10:01:00.000Z',
  cancelAt: null,
  endedAt: null,
};

describe('what an e-mail tells of an order', () => {
  it('is when it was placed, what it costs with tax and shipping, how it is paid and where it goes', () => {
    const { text } = mail('confirmed');
    expect(text).toContain('Order R7K3-M9QX\nOrdered on January 5, 2026 at 10:00');
    expect(text).toMatch(/Ordered on .*UTC\n/);
    expect(text).toContain('Shipping: $5.00\nTax: $4.72\nTotal: $63.72\n');
    expect(text).toContain('Payment method: Visa ending in 4242\n');
    expect(text).toContain(
      'Shipping address:\nJenny Rosen\n510 Townsend Street\nSan Francisco, CA 94103\nUnited States\n',
    );
  });

  it.each([
    [{ type: 'card', brand: null, last4: null }, 'Card'],
    [{ type: 'sepa_debit', brand: null, last4: '3000' }, 'Bank account ending in 3000'],
    [{ type: 'ideal', brand: null, last4: null }, 'iDEAL'],
    [{ type: 'customer_balance', brand: null, last4: null }, 'Bank transfer'],
    [{ type: 'some_new_way', brand: null, last4: null }, 'Some New Way'],
  ])('names the payment method %j: %s', (paymentMethod, name) => {
    expect(mail('confirmed', { paymentMethod }).text).toContain(`Payment method: ${name}\n`);
  });

  it('is how to pay a voucher: its number, amount, deadline and page', () => {
    for (const kind of ['orderReceivedVoucher', 'voucherReminder'] as const) {
      const { text, html } = mail(kind);
      expect(text).toContain(
        'Left to pay: $63.72\nVoucher number: 12345678901234657890123456789012\nPay by: January 8, 2026',
      );
      expect(text).toContain(
        'Open the voucher:\nhttps://payments.stripe.com/oxxo/voucher/example\n\nSee your order:',
      );
      expect(html).toContain('href="https://payments.stripe.com/oxxo/voucher/example"');
    }
  });

  it('is what is left of a bank transfer, with its reference and page', () => {
    const { text } = mail('orderReceivedBankTransfer');
    expect(text).toContain('Left to pay: $43.72\nReference: GJ5DVWQ7F2XK\n');
    expect(text).toContain(
      'Open the instructions:\nhttps://payments.stripe.com/bank_transfers/example',
    );
  });

  it('is nothing to pay any more once it is paid', () => {
    const { paymentAction } = exampleOrder('orderReceivedVoucher').order;
    const { text } = mail('paymentReceived', { paymentAction });
    expect(text).not.toMatch(/Left to pay|voucher number|Open the voucher/i);
  });

  it('is what a subscription costs today and then, and how to end it', () => {
    const { text } = mail('subscriptionStarted');
    expect(text).toContain('Total today: $42.50\nThen every month: $18.50\n');
    expect(text).toContain('To change or cancel your subscription, write to us: help@shop.example');
    const discounted = mail('subscriptionStarted', { discountMinor: 500, totalMinor: 3750 }).text;
    expect(discounted).toContain('Then every month, before tax, shipping and discounts: $18.50');
  });

  it('is that a renewal was not paid, and whom to write to; the order costs nothing today', () => {
    const { subject, text } = mail('renewalFailed');
    expect(subject).toBe('The renewal of your order R7K3-M9QX at Morrow Goods was not paid');
    expect(text).toContain('The payment that renews your subscription has not gone through.');
    expect(text).toContain('To change or cancel your subscription, write to us: help@shop.example');
    expect(text).toContain('\nTotal: $42.50\nThen every month: $18.50\n');
    expect(text).not.toMatch(/today|Next charge|withdraw from/);
  });

  it('is that a subscription has ended, and when; nothing is charged then', () => {
    const { text } = mail('subscriptionEnded');
    expect(text).toContain('Your subscription has ended. It does not renew any more.');
    expect(text).toMatch(/Subscription ended: January 5, 2026 at 10:00.*UTC\n/);
    expect(text).not.toMatch(/today|Then every|Next charge|To change or cancel/);
  });

  it('is when a subscription is charged next', () => {
    const { text } = mail('subscriptionStarted');
    expect(text).toMatch(/Next charge: February 5, 2026 at 10:01.AM UTC\n/);
    expect(text).toContain('It renews until it is cancelled.');
    const unknown = mail('subscriptionStarted', { subscription: null }).text;
    expect(unknown).not.toContain('Next charge');
    const charged = { ...subscription, currentPeriodEnd: NOW.toISOString() };
    expect(mail('subscriptionStarted', { subscription: charged }).text).not.toContain(
      'Next charge',
    );
    expect(mail('refund', { subscription }).text).not.toContain('Next charge');
  });

  it('is when a subscription ends or has ended, in place of a next charge that will not come', () => {
    const cancelled = { ...subscription, cancelAt: subscription.currentPeriodEnd };
    const { text } = mail('subscriptionStarted', { subscription: cancelled });
    expect(text).toMatch(/Subscription ends: February 5, 2026 at 10:01.AM UTC\n/);
    expect(text).not.toMatch(/Next charge|renews|Then every/);
    const ended = { ...subscription, status: 'canceled', endedAt: NOW.toISOString() };
    const after = mail('subscriptionStarted', { subscription: ended }).text;
    expect(after).toMatch(/Subscription ended: January 5, 2026 at 10:02.AM UTC\n/);
    expect(after).not.toMatch(/Next charge|renews|Then every/);
  });

  it('is what a subscription costs then, where it is charged again before it ends', () => {
    const cancelled = { ...subscription, cancelAt: '2026-03-05T10:01:00.000Z' };
    const { text } = mail('subscriptionStarted', { subscription: cancelled });
    expect(text).toContain('Then every month: $18.50\n');
    expect(text).toMatch(/Subscription ends: March 5, 2026/);
  });

  const { order: subscriber, lines: subscribed } = exampleOrder('subscriptionStarted');
  const subscriberMail = (kind: MailKind, changes: Partial<OrderRow> = {}) =>
    orderMail(
      kind,
      { order: { ...subscriber, ...changes }, lines: subscribed },
      { file: exampleShop(), url: 'https://shop.example', orderUrl: 'https://shop.example/order' },
      NOW,
    ).text;

  it.each<[MailKind, Partial<OrderRow>]>([
    ['paymentFailed', { status: 'payment_failed', paidAt: null, subscription: null }],
    ['orderCancelled', { status: 'expired', paidAt: null, subscription: null }],
    ['orderCancelled', { status: 'refused', paidAt: null, subscription: null }],
  ])('names no next payments of an order that was never paid: %s, %j', (kind, changes) => {
    expect(subscriberMail(kind, changes)).not.toContain('Then every');
  });

  it('is of a first payment that failed that it may be tried again, and how to end that', () => {
    const unpaid = { status: 'payment_failed', paidAt: null } as const;
    const pastDue = { ...subscription, status: 'past_due' };
    const text = subscriberMail('paymentFailed', { ...unpaid, subscription: pastDue });
    expect(text).toContain('it may be tried again. Please don’t order again.');
    expect(text).toContain('Total, not paid: $42.50\nThen every month: $18.50\n');
    expect(text).toContain('To change or cancel your subscription, write to us: help@shop.example');
    const ended = { ...subscription, status: 'canceled' };
    const over = subscriberMail('paymentFailed', { ...unpaid, subscription: ended });
    expect(over).toContain('you are welcome to order again');
    expect(over).not.toMatch(/Then every|To change or cancel/);
  });

  it.each<[MailKind, Partial<OrderRow>]>([
    ['shipped', {}],
    ['refund', {}],
    ['refundPartial', {}],
    ['disputeLost', {}],
    ['withdrawalNotice', {}],
    ['addressCorrected', {}],
    // The debit has come in days after the order.
    ['subscriptionStarted', { paidLater: true }],
  ])(
    'is of an order that is days old what it cost, and not what it costs today: %s',
    (kind, changes) => {
      expect(subscriberMail(kind, changes)).toContain(
        '\nTotal: $42.50\nThen every month: $18.50\n',
      );
    },
  );

  it.each<MailKind>(['orderReceived', 'confirmed', 'subscriptionStarted'])(
    'is what the order costs today where it is told at once: %s',
    (kind) => {
      expect(subscriberMail(kind)).toContain('Total today: $42.50\nThen every month: $18.50\n');
    },
  );

  it('does not call the price of an order that was never paid its total', () => {
    expect(mail('paymentFailed').text).toContain('Total, not paid: $63.72');
  });

  it('shows no address to whom nobody has paid from', () => {
    for (const kind of ['orderReceived', 'paymentFailed', 'nothingToPay'] as const) {
      expect(mail(kind).text).not.toContain('Townsend');
    }
  });

  it('is who sells, how to reach him and which pages the law asks for', () => {
    const { text, html } = mail('confirmed');
    expect(text).toContain(
      'help@shop.example\n+49 30 1234567\nhttps://shop.example/help\nMonday to Friday, 9 to 17 h CET\n',
    );
    expect(text).toContain(
      'Imprint: https://shop.example/imprint\nPrivacy: https://shop.example/privacy\n',
    );
    expect(text).toContain(
      'Morrow Goods GmbH\nBeispielstraße 1\n10115 Berlin\nGermany\nTax ID DE123456789\n',
    );
    expect(html).toContain('href="mailto:help@shop.example"');
    expect(html).toContain('href="tel:+49301234567"');
  });

  it('is the right to withdraw, where the shop offers it and the purchase is confirmed', () => {
    expect(mail('confirmed').text).toContain('Consumers in the European Union can withdraw');
    expect(mail('refund').text).not.toContain('withdraw from');
    const all = exampleShop({ withdrawal: { offer: 'all', days: 30 } });
    expect(mail('confirmed', {}, all).text).toContain(
      'You can withdraw from this purchase within 30 days',
    );
    const off = exampleShop({ withdrawal: { offer: 'off' }, legal: {} });
    expect(mail('confirmed', {}, off).text).not.toMatch(/withdraw/i);
  });

  it('says that a demonstration sells nothing', () => {
    const demo = exampleShop({ demo: true });
    expect(mail('confirmed', {}, demo).text).toContain('Nothing is really for sale');
    expect(mail('confirmed').text).not.toContain('Nothing is really for sale');
  });

  it("is in the shop's own colours and fonts, light and dark, or else in the built-in ones", () => {
    const own = exampleShop({
      appearance: {
        light: { accent: '#aa0000' },
        dark: { accent: '#ff9999' },
        fonts: { body: 'Verdana' },
      },
    });
    const { html } = mail('confirmed', {}, own);
    expect(html).toContain('background:#aa0000');
    expect(html).toContain('background: #ff9999 !important');
    expect(html).toContain('font-family:Verdana"');
    expect(html).toContain('background:#fafafa');
    expect(mail('confirmed').html).toContain('background:#1d4f91');
  });

  it('names the language of products that are not in the language of the words', () => {
    expect(mail('confirmed', { language: 'de' }).html).toMatch(
      /<td[^>]* lang="en">2 × Stoneware mug/,
    );
    expect(mail('confirmed').html).not.toMatch(/<td[^>]* lang=/);
  });

  it('names no language of products that were bought in the language of the words', () => {
    const { order, lines } = exampleOrder('confirmed', { language: 'de' });
    const german = lines.map((line) => ({ ...line, lang: 'de' }));
    const shop = {
      file: exampleShop(),
      url: 'https://shop.example',
      orderUrl: 'https://shop.example/order',
    };
    const { html } = orderMail('confirmed', { order, lines: german }, shop, NOW);
    expect(html).not.toMatch(/<td[^>]* lang=/);
  });
});
