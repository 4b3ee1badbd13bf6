import type { Recurring } from '../../../database/schema/tables';

export type MailKind = 'confirmed' | 'paymentReceived' | 'paymentFailed' | 'refund';

interface MailText {
  subject: (orderNumber: string, shop: string) => string;
  greeting: (name: string | null) => string;
  news: string;
}

type MailLabel =
  | 'order'
  | 'see'
  | 'discount'
  | 'shipping'
  | 'tax'
  | 'total'
  /** What was paid in the shopper's own currency. */
  | 'charged'
  | 'thisRefund'
  /** All refunds together. */
  | 'refunded';

export type MailWords = Record<MailKind, MailText> &
  Record<MailLabel, string> & {
    /** How often a line is paid for again. */
    every: (recurring: Recurring) => string;
  };

const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
type Language = (typeof languages)[number];

/** The language an e-mail is written in for a session's locale: de-AT is de, one that is not here is en. */
export function languageOf(locale: string | null): Language {
  const wanted = locale?.toLowerCase().split('-')[0];
  return languages.find((language) => language === wanted) ?? 'en';
}

/** From the words for one interval and for several, where # is how many. */
const everyIn =
  (words: Record<Recurring['interval'], [string, string]>) =>
  ({ interval, intervalCount }: Recurring): string =>
    intervalCount === 1
      ? words[interval][0]
      : words[interval][1].replace('#', String(intervalCount));

const english: MailWords = {
  confirmed: {
    subject: (orderNumber, shop) => `Your order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Thanks for your order, ${name}!` : 'Thanks for your order!'),
    news: 'Your payment has come in and your order is confirmed.',
  },
  paymentReceived: {
    subject: (orderNumber, shop) =>
      `We have received your payment for order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Thanks for your order, ${name}!` : 'Thanks for your order!'),
    news: 'Your bank has completed the payment and your order is confirmed.',
  },
  paymentFailed: {
    subject: (orderNumber, shop) =>
      `The payment for your order ${orderNumber} at ${shop} did not go through`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'Your payment did not go through. Nothing was taken, and you are welcome to order again.',
  },
  refund: {
    subject: (orderNumber, shop) => `A refund for your order ${orderNumber} at ${shop}`,
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    news: 'We have refunded your order. It can take your bank 5 to 10 days to show it.',
  },
  order: 'Order',
  see: 'See your order',
  discount: 'Discount',
  shipping: 'Shipping',
  tax: 'Tax',
  total: 'Total',
  charged: 'Charged',
  thisRefund: 'This refund',
  refunded: 'Refunded in all',
  every: everyIn({
    day: ['every day', 'every # days'],
    week: ['every week', 'every # weeks'],
    month: ['every month', 'every # months'],
    year: ['every year', 'every # years'],
  }),
};

const german: MailWords = {
  confirmed: {
    subject: (orderNumber, shop) => `Ihre Bestellung ${orderNumber} bei ${shop}`,
    greeting: (name) =>
      name ? `Danke für Ihre Bestellung, ${name}!` : 'Danke für Ihre Bestellung!',
    news: 'Ihre Zahlung ist eingegangen und Ihre Bestellung ist bestätigt.',
  },
  paymentReceived: {
    subject: (orderNumber, shop) =>
      `Ihre Zahlung für die Bestellung ${orderNumber} bei ${shop} ist eingegangen`,
    greeting: (name) =>
      name ? `Danke für Ihre Bestellung, ${name}!` : 'Danke für Ihre Bestellung!',
    news: 'Ihre Bank hat die Zahlung ausgeführt und Ihre Bestellung ist bestätigt.',
  },
  paymentFailed: {
    subject: (orderNumber, shop) =>
      `Die Zahlung für Ihre Bestellung ${orderNumber} bei ${shop} ist fehlgeschlagen`,
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    news: 'Ihre Zahlung ist fehlgeschlagen. Es wurde nichts abgebucht; Sie können gern neu bestellen.',
  },
  refund: {
    subject: (orderNumber, shop) =>
      `Eine Erstattung für Ihre Bestellung ${orderNumber} bei ${shop}`,
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    news: 'Wir haben Ihnen Geld erstattet. Bis Ihre Bank es zeigt, können 5 bis 10 Tage vergehen.',
  },
  order: 'Bestellung',
  see: 'Bestellung ansehen',
  discount: 'Rabatt',
  shipping: 'Versand',
  tax: 'Steuer',
  total: 'Summe',
  charged: 'Abgebucht',
  thisRefund: 'Diese Erstattung',
  refunded: 'Insgesamt erstattet',
  every: everyIn({
    day: ['jeden Tag', 'alle # Tage'],
    week: ['jede Woche', 'alle # Wochen'],
    month: ['jeden Monat', 'alle # Monate'],
    year: ['jedes Jahr', 'alle # Jahre'],
  }),
};

const french: MailWords = {
  confirmed: {
    subject: (orderNumber, shop) => `Votre commande ${orderNumber} chez ${shop}`,
    greeting: (name) =>
      name ? `Merci pour votre commande, ${name} !` : 'Merci pour votre commande !',
    news: 'Votre paiement est arrivé et votre commande est confirmée.',
  },
  paymentReceived: {
    subject: (orderNumber, shop) =>
      `Nous avons reçu le paiement de votre commande ${orderNumber} chez ${shop}`,
    greeting: (name) =>
      name ? `Merci pour votre commande, ${name} !` : 'Merci pour votre commande !',
    news: 'Votre banque a effectué le paiement et votre commande est confirmée.',
  },
  paymentFailed: {
    subject: (orderNumber, shop) =>
      `Le paiement de votre commande ${orderNumber} chez ${shop} a échoué`,
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    news: 'Votre paiement n’a pas abouti. Rien n’a été prélevé ; vous pouvez commander à nouveau.',
  },
  refund: {
    subject: (orderNumber, shop) =>
      `Un remboursement pour votre commande ${orderNumber} chez ${shop}`,
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    news: 'Nous vous avons remboursé. Votre banque peut mettre 5 à 10 jours à l’afficher.',
  },
  order: 'Commande',
  see: 'Voir votre commande',
  discount: 'Remise',
  shipping: 'Livraison',
  tax: 'Taxes',
  total: 'Total',
  charged: 'Débité',
  thisRefund: 'Ce remboursement',
  refunded: 'Remboursé en tout',
  every: everyIn({
    day: ['chaque jour', 'tous les # jours'],
    week: ['chaque semaine', 'toutes les # semaines'],
    month: ['chaque mois', 'tous les # mois'],
    year: ['chaque année', 'tous les # ans'],
  }),
};

const spanish: MailWords = {
  confirmed: {
    subject: (orderNumber, shop) => `Tu pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `¡Gracias por tu pedido, ${name}!` : '¡Gracias por tu pedido!'),
    news: 'Hemos recibido tu pago y tu pedido está confirmado.',
  },
  paymentReceived: {
    subject: (orderNumber, shop) => `Hemos recibido el pago de tu pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `¡Gracias por tu pedido, ${name}!` : '¡Gracias por tu pedido!'),
    news: 'Tu banco ha completado el pago y tu pedido está confirmado.',
  },
  paymentFailed: {
    subject: (orderNumber, shop) =>
      `El pago de tu pedido ${orderNumber} en ${shop} no se ha completado`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'El pago no se ha completado. No se ha cobrado nada; puedes volver a hacer el pedido.',
  },
  refund: {
    subject: (orderNumber, shop) => `Un reembolso de tu pedido ${orderNumber} en ${shop}`,
    greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
    news: 'Te hemos devuelto dinero. Tu banco puede tardar de 5 a 10 días en mostrarlo.',
  },
  order: 'Pedido',
  see: 'Ver tu pedido',
  discount: 'Descuento',
  shipping: 'Envío',
  tax: 'Impuestos',
  total: 'Total',
  charged: 'Cobrado',
  thisRefund: 'Este reembolso',
  refunded: 'Reembolsado en total',
  every: everyIn({
    day: ['cada día', 'cada # días'],
    week: ['cada semana', 'cada # semanas'],
    month: ['cada mes', 'cada # meses'],
    year: ['cada año', 'cada # años'],
  }),
};

const japanese: MailWords = {
  confirmed: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber}`,
    greeting: (name) =>
      name ? `${name} 様、ご注文ありがとうございます。` : 'ご注文ありがとうございます。',
    news: 'お支払いを確認し、ご注文が確定しました。',
  },
  paymentReceived: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} のお支払いを確認しました`,
    greeting: (name) =>
      name ? `${name} 様、ご注文ありがとうございます。` : 'ご注文ありがとうございます。',
    news: '銀行からのお支払いが完了し、ご注文が確定しました。',
  },
  paymentFailed: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} のお支払いが完了しませんでした`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: 'お支払いが完了しませんでした。代金は引き落とされていません。もう一度ご注文いただけます。',
  },
  refund: {
    subject: (orderNumber, shop) => `${shop}：ご注文 ${orderNumber} の返金`,
    greeting: (name) => (name ? `${name} 様` : 'お客様'),
    news: '返金の手続きをしました。銀行での反映には 5〜10 日かかることがあります。',
  },
  order: 'ご注文',
  see: 'ご注文を見る',
  discount: '割引',
  shipping: '送料',
  tax: '税',
  total: '合計',
  charged: 'ご請求額',
  thisRefund: '今回の返金',
  refunded: '返金合計',
  every: everyIn({
    day: ['毎日', '#日ごと'],
    week: ['毎週', '#週間ごと'],
    month: ['毎月', '#か月ごと'],
    year: ['毎年', '#年ごと'],
  }),
};

/** Every word of every e-mail; the types let no language miss one. */
export const mailWords: Record<Language, MailWords> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};
