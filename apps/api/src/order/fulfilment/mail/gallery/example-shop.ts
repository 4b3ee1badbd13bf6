import { parseShopFile } from '@shop/shop-file';
import type { ShopFile } from '@shop/shop-file';

const file = {
  name: 'Morrow Goods',
  seller: {
    legalName: 'Morrow Goods GmbH',
    address: { line1: 'Beispielstraße 1', postalCode: '10115', city: 'Berlin', country: 'DE' },
    taxId: 'DE123456789',
  },
  support: {
    email: 'help@shop.example',
    phone: '+49 30 1234567',
    url: 'https://shop.example/help',
    hours: { en: 'Monday to Friday, 9 to 17 h CET', de: 'Montag bis Freitag, 9 bis 17 Uhr' },
  },
  legal: {
    imprint: 'https://shop.example/imprint',
    privacy: 'https://shop.example/privacy',
    terms: 'https://shop.example/terms',
    shipping: 'https://shop.example/shipping',
    withdrawal: 'https://shop.example/withdrawal',
  },
  languages: { default: 'en', offered: ['en', 'de', 'fr', 'es', 'ja'] },
  currency: 'usd',
  mail: { from: 'Morrow Goods <orders@shop.example>', replyTo: 'help@shop.example' },
  withdrawal: { offer: 'eu' },
};

/** A shop that says everything that a shop file can say in an e-mail. */
export const exampleShop = (changes: object = {}): ShopFile =>
  parseShopFile(JSON.stringify({ ...file, ...changes }));
