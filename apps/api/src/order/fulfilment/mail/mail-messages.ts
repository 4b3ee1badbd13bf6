import type { SupportedLocale } from './mail-locale';
import { german } from './messages/de';
import { english } from './messages/en';
import { spanish } from './messages/es';
import { french } from './messages/fr';
import { japanese } from './messages/ja';
import type { MailMessages } from './messages/mail-messages.types';

/** The texts of every e-mail in every language. Its type makes a missing text an error. */
export const mailMessages: Record<SupportedLocale, MailMessages> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};
