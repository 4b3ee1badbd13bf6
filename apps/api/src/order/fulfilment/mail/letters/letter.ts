import type { ShopFile } from '@shop/shop-file';
import type { MailContent } from '../content/mail-content';
import { footerOf } from '../content/mail-footer';
import { mailHtml } from '../html/mail-html';
import { lookOf } from '../html/palette';
import type { SupportedLocale } from '../mail-locale';
import type { Translate } from '../mail-messages';
import { mailText } from '../mail-text';
import { notes } from '../messages/notes';

type Letter = Pick<MailContent, 'greeting' | 'news' | 'links' | 'facts'> & { subject: string };

/** An e-mail that is not about the lines of one order, in the shop's layout. */
export function letterMail(
  { subject, ...letter }: Letter,
  file: ShopFile,
  url: string,
  locale: SupportedLocale,
  translate: Translate,
): { subject: string; text: string; html: string } {
  const content: MailContent = {
    ...letter,
    locale,
    shop: { name: file.name, url },
    toDo: [],
    rows: [],
    notes: file.demo ? [translate(notes.demo)] : [],
    questions: translate(notes.questions),
    footer: footerOf(file, locale, translate),
  };
  return { subject, text: mailText(content), html: mailHtml(content, lookOf(file.appearance)) };
}
