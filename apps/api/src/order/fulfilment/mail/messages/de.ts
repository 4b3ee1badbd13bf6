import { everyIn } from './every-in';
import type { MailMessages } from './mail-messages.types';

export const german: MailMessages = {
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
  refundPending: {
    subject: (orderNumber, shop) =>
      `Eine Erstattung für Ihre Bestellung ${orderNumber} bei ${shop} ist unterwegs`,
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    news: 'Wir haben eine Erstattung für Ihre Bestellung veranlasst. Ihre Bank hat sie noch nicht bestätigt. Wir schreiben Ihnen wieder, sobald sie es getan hat.',
  },
  refundRequiresAction: {
    subject: (orderNumber, shop) =>
      `Für die Erstattung der Bestellung ${orderNumber} bei ${shop} wird Ihre Bankverbindung gebraucht`,
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    news: 'Wir haben eine Erstattung für Ihre Bestellung veranlasst. Unser Zahlungsdienstleister Stripe fragt Sie in einer eigenen E-Mail, wohin das Geld gehen soll.',
  },
  refundFailed: {
    subject: (orderNumber, shop) =>
      `Die Erstattung für Ihre Bestellung ${orderNumber} bei ${shop} ist fehlgeschlagen`,
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    news: 'Ihre Bank hat unsere Erstattung nicht angenommen; Sie haben das Geld also noch nicht. Wir wissen davon und bringen es in Ordnung.',
  },
  order: 'Bestellung',
  see: 'Bestellung ansehen',
  discount: 'Rabatt',
  shipping: 'Versand',
  tax: 'Steuer',
  taxIncluded: 'Enthaltene Steuer',
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
