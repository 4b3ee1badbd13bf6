import { describe, expect, it } from '@jest/globals';
import type { OrderLineRow, OrderRow } from '../../../database/schema/tables';
import { exampleOrder } from './gallery/example-orders';
import { exampleShop } from './gallery/example-shop';
import type { MailKind } from './messages/mail-kind';
import { orderMail } from './order-mail';

const shop = {
  file: exampleShop(),
  url: 'https://shop.example',
  orderUrl: 'https://shop.example/order/success?session_id=cs_test_a1#t=token',
};

function mail(kind: MailKind, changes: Partial<OrderRow> = {}, name = 'Stoneware mug') {
  const { order } = exampleOrder('confirmed', {
    discountMinor: 660,
    shippingMinor: 500,
    taxMinor: 0,
    totalMinor: 6440,
    locale: null,
    ...changes,
  });
  const lines = [{ name, quantity: 2, unitAmountMinor: 3300 }] as OrderLineRow[];
  return orderMail(kind, { order, lines }, shop, order.createdAt);
}

describe('an e-mail about an order', () => {
  it('says thanks, what was bought, for how much, and where to see it', () => {
    const { subject, text } = mail('confirmed');
    expect(subject).toBe('Your order R7K3-M9QX at Morrow Goods');
    expect(text).toContain('Thanks for your order, Jenny Rosen!');
    expect(text).toContain(
      '2 × Stoneware mug: $66.00\nDiscount: −$6.60\nShipping: $5.00\nTotal: $64.40',
    );
    expect(text).toContain(shop.orderUrl);
  });

  it.each([
    ['de', 'Danke für Ihre Bestellung, Jenny Rosen!', '64,40 $'],
    ['fr-CA', 'Merci pour votre commande, Jenny Rosen\u00a0!', '64,40 $'],
    ['es', '¡Gracias por tu pedido, Jenny Rosen!', '64,40'],
    ['ja', 'Jenny Rosen 様、ご注文ありがとうございます。', '$64.40'],
    ['sv', 'Thanks for your order, Jenny Rosen!', '64,40'],
  ])('in %s says %s', (locale, greeting, total) => {
    const { text, html } = mail('confirmed', { locale });
    expect(text).toContain(greeting);
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain(total);
    expect(html).toContain(`lang="${locale === 'sv' ? 'en' : locale.slice(0, 2)}"`);
  });

  it('is in the nearest language that we have to what the shopper wants', () => {
    expect(mail('confirmed', { locale: 'it', language: 'fr-CH' }).html).toContain('lang="fr"');
    expect(mail('confirmed', { locale: 'de', language: null }).html).toContain('lang="de"');
  });

  it('shows yen without decimals', () => {
    expect(mail('confirmed', { currency: 'jpy', locale: 'ja' }).text).toContain('￥6,440');
  });

  it('needs no name', () => {
    expect(mail('confirmed', { customerName: null }).text).toMatch(/^Thanks for your order!\n/);
  });

  it('shows a name of any kind as one short line that turns no other text', () => {
    const hostile = `\0\x1b[2J\u202eJen\r\nny${'\u0341'.repeat(100)} ${'x'.repeat(500)}`;
    const { text, html } = mail('confirmed', { customerName: hostile }, hostile);
    for (const body of [text, html]) {
      expect(body).not.toMatch(/(?!\n)\p{Cc}|[\p{Bidi_Control}]/u);
      expect(body).not.toMatch(/\u0341{5}/);
    }
    expect(text).toMatch(/^Thanks for your order, \[2JJen ny\u0341{4} x{1,60}…!\n/);
    const arabic = mail('confirmed', { customerName: 'محمد' }, 'كوب');
    expect(arabic.text).toContain('Thanks for your order, \u2068محمد\u2069!');
    expect(arabic.text).toContain('2 × \u2068كوب\u2069: $66.00');
    expect(arabic.html).toContain('\u2068محمد\u2069!');
  });

  it('shows markup in names as text', () => {
    const attack = '<img src=x onerror="alert(1)">';
    const { html, text } = mail('confirmed', { customerName: attack }, attack);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    expect(text).toContain(attack);
  });

  it('greets nobody by a name with a link in it', () => {
    const { text } = mail('confirmed', { customerName: 'Win at https://evil.example now' });
    expect(text).toMatch(/^Thanks for your order!\n/);
  });

  it.each<[string, MailKind, Partial<OrderRow>]>([
    ['a debit that is under way', 'orderReceived', { paidAt: null }],
    ['a voucher', 'orderReceivedVoucher', { paidAt: null }],
    ['a debit that has failed', 'paymentFailed', { paidAt: null }],
    ['a free order', 'nothingToPay', { totalMinor: 0 }],
  ])('says no name to an address from which nobody has paid: %s', (_of, kind, changes) => {
    const { text, html } = mail(kind, changes);
    expect(text + html).not.toContain('Jenny');
  });
});
