import { describe, expect, it } from '@jest/globals';
import type { OrderLineRow, OrderRow } from '../../../database/schema/tables';
import type { MailKind } from './messages/mail-messages.types';
import { orderMail } from './order-mail';

const shop = { name: 'Morrow Goods', url: 'https://shop.example' };

function mail(kind: MailKind, changes: Partial<OrderRow> = {}, name = 'Stoneware mug') {
  const order = {
    number: 'R7K3-M9QX',
    currency: 'usd',
    locale: null,
    customerName: 'Jenny Rosen',
    stripeSessionId: 'cs_test_a1',
    discountMinor: 660,
    shippingMinor: 500,
    taxMinor: 0,
    taxIncludedMinor: 0,
    totalMinor: 6440,
    refundedMinor: 0,
    refunds: [],
    paidAt: new Date(),
    ...changes,
  } as OrderRow;
  const lines = [{ name, quantity: 2, unitAmountMinor: 3300 }] as OrderLineRow[];
  return orderMail(kind, { order, lines }, shop);
}

describe('an e-mail about an order', () => {
  it('says thanks, what was bought, for how much, and where to see it', () => {
    const { subject, text } = mail('confirmed');
    expect(subject).toBe('Your order R7K3-M9QX at Morrow Goods');
    expect(text).toContain('Thanks for your order, Jenny Rosen!');
    expect(text).toContain(
      '2 × Stoneware mug: $66.00\nDiscount: -$6.60\nShipping: $5.00\nTotal: $64.40',
    );
    expect(text).toContain('https://shop.example/order/success?session_id=cs_test_a1');
  });

  it.each([
    ['de', 'Danke für Ihre Bestellung, Jenny Rosen!', '64,40 $'],
    ['fr-CA', 'Merci pour votre commande, Jenny Rosen !', '64,40 $'],
    ['es', '¡Gracias por tu pedido, Jenny Rosen!', '64,40'],
    ['ja', 'Jenny Rosen 様、ご注文ありがとうございます。', '$64.40'],
    ['sv', 'Thanks for your order, Jenny Rosen!', '64,40'],
  ])('in %s says %s', (locale, greeting, total) => {
    const { text, html } = mail('confirmed', { locale });
    expect(text).toContain(greeting);
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain(total);
    expect(html).toContain(`lang="${locale === 'sv' ? 'en' : locale.slice(0, 2)}"`);
  });

  it('shows yen without decimals', () => {
    expect(mail('confirmed', { currency: 'jpy', locale: 'ja' }).text).toContain('￥6,440');
  });

  it('needs no name', () => {
    expect(mail('confirmed', { customerName: null }).text).toMatch(/^Thanks for your order!\n/);
  });

  it('shows markup in names as text', () => {
    const attack = '<img src=x onerror="alert(1)">';
    const { html, text } = mail('confirmed', { customerName: attack }, attack);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(text).toContain(attack);
  });

  it.each<[MailKind, RegExp]>([
    ['paymentReceived', /received your payment/],
    ['paymentFailed', /did not go through/],
    ['refund', /refund/i],
    ['refundPending', /on its way/],
    ['refundRequiresAction', /bank details are needed/],
    ['refundFailed', /failed/],
  ])('of kind %s has its own subject', (kind, words) => {
    expect(mail(kind, { refundedMinor: 500 }).subject).toMatch(words);
  });
});
