import type { ShopFile } from '@shop/shop-file';
import type { OrderRow } from '../../../../database/schema/tables';
import { mailFormat } from '../content/mail-format';
import { mailLocaleOf } from '../mail-locale';
import { translateTo } from '../mail-messages';
import { foundOrders } from '../messages/letter-messages';
import { letterMail } from './letter';

interface LinkedOrder {
  order: Pick<OrderRow, 'number' | 'createdAt' | 'language' | 'locale'>;
  /** Opens the order, see `OrderLinkService`. */
  url: string;
}

/** @param orders at least one; the e-mail is in the language of the first */
export function foundOrdersMail(
  orders: LinkedOrder[],
  file: ShopFile,
  url: string,
): { subject: string; text: string; html: string } {
  const wanted = orders[0]?.order.language ?? orders[0]?.order.locale ?? null;
  const locale = mailLocaleOf(wanted, file.languages);
  const translate = translateTo(locale);
  const { day } = mailFormat(locale, wanted ?? locale);
  return letterMail(
    {
      subject: translate(foundOrders.subject(file.name)),
      greeting: translate(foundOrders.greeting),
      news: foundOrders.news.map(translate),
      links: orders.map(({ order, url: orderUrl }) => ({
        text: translate(foundOrders.link(order.number, day(order.createdAt))),
        url: orderUrl,
      })),
      facts: [],
    },
    file,
    url,
    locale,
    translate,
  );
}
