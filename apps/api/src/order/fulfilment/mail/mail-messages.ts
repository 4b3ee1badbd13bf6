import { setupI18n } from '@lingui/core';
import type { MessageDescriptor, Messages } from '@lingui/core';
import { messages as german } from './catalogs/de.po';
import { messages as english } from './catalogs/en.po';
import { messages as spanish } from './catalogs/es.po';
import { messages as french } from './catalogs/fr.po';
import { messages as japanese } from './catalogs/ja.po';
import type { SupportedLocale } from './mail-locale';
import { changeMessages } from './messages/change-messages';
import { confirmedMessages } from './messages/confirmed-messages';
import type { MailKind } from './messages/mail-kind';
import type { MailMessage } from './messages/mail-message';
import { moneyBackMessages } from './messages/money-back-messages';
import { paymentMessages } from './messages/payment-messages';
import { shipmentMessages } from './messages/shipment-messages';
import { subscriptionMessages } from './messages/subscription-messages';

/** The words of every e-mail. */
export const mailMessages: Record<MailKind, MailMessage> = {
  ...paymentMessages,
  ...confirmedMessages,
  ...moneyBackMessages,
  ...changeMessages,
  ...shipmentMessages,
  ...subscriptionMessages,
};

const CATALOGUES: Record<SupportedLocale, Messages> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};

export type Translate = (message: MessageDescriptor) => string;

/** Gives a message in a language. Each e-mail has its own, so nothing is switched between two of them. */
export function translateTo(locale: SupportedLocale): Translate {
  const i18n = setupI18n({ locale, messages: { [locale]: CATALOGUES[locale] } });
  return (message) => i18n._({ ...message, values: literal(message.values ?? {}) });
}

/** Lingui turns \uXXXX and \xXX of the finished text into that character, also where a shopper has typed it: into U+0000, say. */
const literal = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value.replace(/\\(?=[ux])/g, String.raw`\u005c`) : value,
    ]),
  );
