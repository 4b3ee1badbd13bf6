import { everyIn } from './every-in';
import type { MailMessages } from './mail-messages.types';

export const french: MailMessages = {
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
  refundPending: {
    subject: (orderNumber, shop) =>
      `Un remboursement de votre commande ${orderNumber} chez ${shop} est en route`,
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    news: 'Nous avons lancé un remboursement de votre commande. Votre banque ne l’a pas encore confirmé. Nous vous écrirons dès que ce sera fait.',
  },
  refundRequiresAction: {
    subject: (orderNumber, shop) =>
      `Vos coordonnées bancaires sont nécessaires au remboursement de la commande ${orderNumber} chez ${shop}`,
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    news: 'Nous avons lancé un remboursement de votre commande. Stripe, notre prestataire de paiement, vous demande dans un e-mail à part où envoyer l’argent.',
  },
  refundFailed: {
    subject: (orderNumber, shop) =>
      `Le remboursement de votre commande ${orderNumber} chez ${shop} a échoué`,
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    news: 'Votre banque n’a pas accepté notre remboursement : vous n’avez donc pas encore reçu l’argent. Nous le savons et allons y remédier.',
  },
  order: 'Commande',
  see: 'Voir votre commande',
  discount: 'Remise',
  shipping: 'Livraison',
  tax: 'Taxes',
  taxIncluded: 'Dont taxes',
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
