import { textIn } from '@shop/shop-file';
import type { ShopFile } from '@shop/shop-file';
import { goesOn } from '../../../facts/subscription-standing';
import type { OrderWithLines } from '../../fulfilment-step';
import type { SupportedLocale } from '../mail-locale';
import type { Translate } from '../mail-messages';
import { legalLabels } from '../messages/labels';
import type { MailKind } from '../messages/mail-kind';
import { manageSubscription, notes, taxId, withdrawal } from '../messages/notes';
import { mailAddress } from './mail-address';
import type { MailFooter, MailLink } from './mail-content';

/** Who sells, how to reach somebody, and the pages that the law asks for. */
export function footerOf(
  { seller, support, legal, languages }: ShopFile,
  locale: SupportedLocale,
  translate: Translate,
): MailFooter {
  const { line1, line2 = null, postalCode = null, city, state = null, country } = seller.address;
  const address = { name: null, line1, line2, postalCode, city, state, country };
  const hours = support.hours && textIn(support.hours, locale, languages.default)?.text;
  return {
    support: [
      ...(support.email ? [{ text: support.email, url: `mailto:${support.email}` }] : []),
      ...(support.phone
        ? [{ text: support.phone, url: `tel:${support.phone.replace(/[^+\d]/g, '')}` }]
        : []),
      ...(support.url ? [{ text: support.url, url: support.url }] : []),
      ...(hours ? [hours] : []),
    ],
    seller: [
      seller.legalName,
      ...mailAddress(address, locale),
      ...(seller.taxId ? [translate(taxId(seller.taxId))] : []),
    ],
    legal: LEGAL.flatMap((page): MailLink[] => {
      const url = legal[page];
      return url ? [{ text: translate(legalLabels[page]), url }] : [];
    }),
  };
}

const LEGAL = ['imprint', 'privacy', 'terms', 'shipping', 'withdrawal'] as const;

/** The e-mails that confirm the contract (2011/83/EU, Art. 8(7)). */
export const CONFIRMS: readonly MailKind[] = [
  'confirmed',
  'nothingToPay',
  'paymentReceived',
  'subscriptionStarted',
];

/** What else has to be known of the order. */
export function notesOf(
  kind: MailKind,
  shop: ShopFile,
  { order, lines }: OrderWithLines,
  translate: Translate,
): string[] {
  const { support, demo } = shop;
  const contact = support.email ?? support.phone ?? support.url ?? '';
  const { offer, days } = shop.withdrawal;
  const isConfirmed = CONFIRMS.includes(kind);
  const isUnpaid =
    kind === 'renewalFailed' || (kind === 'paymentFailed' && goesOn(order.subscription));
  return [
    ...((isConfirmed || isUnpaid) && lines.some(({ recurring }) => recurring)
      ? [manageSubscription(contact)]
      : []),
    ...(isConfirmed && offer !== 'off' ? [withdrawal(offer, days)] : []),
    ...(demo ? [notes.demo] : []),
  ].map(translate);
}
