import { describe, expect, it } from '@jest/globals';
import type { Shipment } from '../../facts/shop-status';
import { exampleOrder } from './gallery/example-orders';
import { exampleShop } from './gallery/example-shop';
import { supportedLocales } from './mail-locale';
import { orderMail } from './order-mail';

const ORDER_URL = 'https://shop.example/order';
const shop = { file: exampleShop(), url: 'https://shop.example', orderUrl: ORDER_URL };

function mail(changes: Partial<Shipment> = {}, language = 'en') {
  const { parcel, ...subject } = exampleOrder('shipped', { language });
  if (!parcel) throw new Error('The example has no parcel.');
  const about = { ...subject, parcel: { ...parcel, ...changes } };
  return orderMail('shipped', about, shop, subject.order.createdAt);
}
const ALL = [
  { position: 0, quantity: 2 },
  { position: 1, quantity: 1 },
];

describe('the e-mail about a parcel', () => {
  it('says what is in it, carrier, number, expected day, and leads to the carrier first', () => {
    const { subject, text, html } = mail();
    expect(subject).toBe('A part of your order R7K3-M9QX at Morrow Goods has been sent');
    expect(text).toMatch(/In this parcel: 2 × .?Stoneware mug/);
    expect(text).toContain('Carrier: DHL');
    expect(text).toContain('Tracking number: 00340434161094042557');
    expect(text).toContain('Expected on: January 8, 2026');
    const links = text.match(/^https:\S+$/gm);
    expect(links?.slice(0, 2)).toEqual(['https://www.dhl.com/track/example', ORDER_URL]);
    for (const words of ['In this parcel', '00340434161094042557', 'Track your parcel'])
      expect(html).toContain(words);
  });

  it('says that all is sent when it is', () => {
    expect(mail({ lines: ALL }).subject).toBe('Your order R7K3-M9QX at Morrow Goods has been sent');
  });

  it('says nothing that a carrier has not said', () => {
    const { text } = mail({
      carrier: null,
      trackingNumber: null,
      trackingUrl: null,
      estimatedOn: null,
    });
    expect(text).not.toMatch(/Carrier|Tracking|Expected|Track your/);
  });

  it.each(['delivered', 'lost', 'returned'] as const)(
    'expects nothing of a parcel that is %s when its turn comes',
    (status) => {
      const deliveredAt = status === 'lost' ? null : new Date('2026-01-07T10:00:00Z');
      const { text } = mail({ status, deliveredAt });
      expect(text).not.toContain('Expected on');
      expect(text.includes('Delivered on: January 7, 2026')).toBe(status !== 'lost');
    },
  );

  it('names products in their own language', () => {
    expect(mail({}, 'de').html).toMatch(/In diesem Paket<\/span><br><span lang="en">2 × /);
    expect(mail().html).not.toMatch(/<br><span lang=/);
  });

  it('has words of its own in every language', () => {
    const news = supportedLocales.map((language) => mail({ lines: ALL }, language).subject);
    expect(new Set(news).size).toBe(supportedLocales.length);
  });
});
