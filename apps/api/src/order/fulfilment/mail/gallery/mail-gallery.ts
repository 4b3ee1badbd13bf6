import type { OrderLineRow } from '../../../../database/schema/tables';
import { supportedLocales } from '../mail-locale';
import { mailKinds } from '../messages/mail-kind';
import type { MailKind } from '../messages/mail-kind';
import { orderMail } from '../order-mail';
import { exampleOrder } from './example-orders';
import { exampleShop } from './example-shop';

/** E-mails that are harder to lay out. */
const VARIANTS = ['long-words', 'japanese-address'] as const;

const LONG =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** `/dev/mails`: every e-mail in every language, as it is sent. For development alone: no app imports it. */
export const mails: readonly string[] = [...mailKinds, ...VARIANTS];
export const languages: readonly string[] = supportedLocales;

/** @returns undefined where there is no such e-mail */
export function exampleMail(
  name: string,
  language: string,
): { subject: string; text: string; html: string } | undefined {
  if (!languages.includes(language)) return undefined;
  const shop = {
    file: exampleShop(),
    url: 'https://shop.example',
    orderUrl: 'https://shop.example/order/success?session_id=cs_test_gallery',
  };
  if (name === 'long-words') {
    const { order, lines } = exampleOrder('confirmed', { language, customerName: LONG });
    const long = lines.map((line): OrderLineRow => ({ ...line, name: LONG }));
    return orderMail('confirmed', { order, lines: long }, shop, order.createdAt);
  }
  if (name === 'japanese-address') {
    const { order, lines } = exampleOrder('confirmed', {
      language,
      customerName: '山田 太郎',
      currency: 'jpy',
      shippingAddress: {
        name: '山田 太郎',
        line1: '丸の内1-9-1',
        line2: null,
        postalCode: '100-0005',
        city: '千代田区',
        state: '東京都',
        country: 'JP',
      },
    });
    return orderMail('confirmed', { order, lines }, shop, order.createdAt);
  }
  const kind = mailKinds.find((one): one is MailKind => one === name);
  if (!kind) return undefined;
  const { refund, ...subject } = exampleOrder(kind, { language });
  return orderMail(kind, subject, shop, subject.order.createdAt, refund);
}

/** The list of all e-mails, as a page. */
export function galleryPage(language: string): string {
  const choices = languages.map((one) =>
    one === language ? `<b>${one}</b>` : `<a href="/dev/mails?lang=${one}">${one}</a>`,
  );
  const sections = mails.map((name) => {
    const address = `/dev/mails/${name}/${language}`;
    return `<section><h2>${name}</h2><p><a href="${address}">${address}</a> &middot; <a href="${address}.txt">text</a></p>
<iframe title="${name}" src="${address}" width="360" height="820" loading="lazy"></iframe>
<iframe title="${name}, wide" src="${address}" width="700" height="820" loading="lazy"></iframe></section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>E-mails</title>
<style>body{font-family:system-ui;margin:1.5rem}iframe{border:1px solid #888;margin-right:1rem;max-width:100%}</style></head>
<body><main><h1>E-mails</h1><p>${choices.join(' &middot; ')}</p>
${sections.join('\n')}
</main></body></html>`;
}
