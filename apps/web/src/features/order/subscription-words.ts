import type { Language } from '../../locale/languages';

/** The words about managing a subscription: few visits need them, and every visitor of the page loads the catalogues. */
export const subscriptionWords: Readonly<Record<Language, Record<'manage' | 'unable', string>>> = {
  en: {
    manage: 'Manage subscription',
    unable: 'The subscription can’t be managed here at the moment.',
  },
  de: {
    manage: 'Abonnement verwalten',
    unable: 'Das Abonnement kann hier im Moment nicht verwaltet werden.',
  },
  fr: {
    manage: 'Gérer l’abonnement',
    unable: 'L’abonnement ne peut pas être géré ici pour le moment.',
  },
  es: {
    manage: 'Gestionar la suscripción',
    unable: 'La suscripción no se puede gestionar aquí en este momento.',
  },
  ja: {
    manage: 'サブスクリプションを管理',
    unable: '現在、ここではサブスクリプションを管理できません。',
  },
};
