import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseShopFile } from '@shop/shop-file';
import type { ShopFile } from '@shop/shop-file';
import type { OrderRow } from '../../../database/schema/tables';
import type { WithdrawalRow } from '../../../database/schema/withdrawal-tables';
import { exampleOrder } from './gallery/example-orders';
import { exampleShop } from './gallery/example-shop';
import { acknowledgementMail } from './letters/acknowledgement-mail';
import { foundOrdersMail } from './letters/found-orders-mail';
import { orderMail } from './order-mail';

const root = join(import.meta.dirname, '../../../../../..');
/** German, and English too. */
const lindner = parseShopFile(readFileSync(join(root, 'examples/lindner/shop.json'), 'utf8'));
const german = exampleShop({ languages: { default: 'de', offered: ['de'] } });

const URL = 'https://shop.example';
const NOW = new Date('2026-01-05T10:02:00Z');

const withdrawal = {
  reference: 'W-1',
  orderNumber: 'R7K3-M9QX',
  name: 'Jenny Rosen',
  email: 'jenny@example.com',
  items: null,
  reason: null,
  hash: 'hash',
  receivedAt: NOW,
} as WithdrawalRow;

/** The languages of every kind of e-mail to whoever wants this one. */
function languagesOf(file: ShopFile, wanted: Pick<OrderRow, 'language' | 'locale'>): string[] {
  const { order, lines } = exampleOrder('confirmed', wanted);
  const locale = wanted.language ?? wanted.locale ?? 'sv';
  const mails = [
    orderMail('confirmed', { order, lines }, { file, url: URL, orderUrl: URL }, NOW),
    foundOrdersMail([{ order, url: URL }], file, URL),
    acknowledgementMail({ ...withdrawal, locale }, file, URL),
  ];
  return [...new Set(mails.map(({ html }) => /<html lang="(\w+)"/.exec(html)?.[1] ?? ''))];
}

describe('the language of an e-mail', () => {
  it.each([
    ['de-AT', 'de'],
    ['en-GB', 'en'],
    // Both exist, but this shop does not offer them: also of an order from a time when it did.
    ['fr-CH', 'de'],
    ['es', 'de'],
    ['it', 'de'],
  ])('from a shop that offers German and English, for a shopper of %s, is %s', (wanted, is) => {
    expect(languagesOf(lindner, { language: wanted, locale: null })).toEqual([is]);
    expect(languagesOf(lindner, { language: null, locale: wanted })).toEqual([is]);
  });

  it.each(['de-CH', 'en', 'it', 'fr'])(
    'from a shop that offers German alone, for a shopper of %s, is German',
    (wanted) => {
      expect(languagesOf(german, { language: wanted, locale: null })).toEqual(['de']);
      expect(languagesOf(german, { language: null, locale: wanted })).toEqual(['de']);
    },
  );

  it('is the shop’s where nothing is known of the shopper', () => {
    expect(languagesOf(lindner, { language: null, locale: null })).toEqual(['de']);
    expect(languagesOf(exampleShop(), { language: null, locale: null })).toEqual(['en']);
  });
});
