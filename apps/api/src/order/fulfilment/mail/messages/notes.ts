import { msg } from '@lingui/core/macro';

/** What stands below the order. */
export const notes = {
  questions: msg`Do you have a question? This is how to reach us:`,
  demo: msg`This shop is a demonstration. Nothing is really for sale, and nothing will be sent.`,
};

/** @param contact an e-mail address, a phone number or a page */
export const manageSubscription = (contact: string) =>
  msg`To change or cancel your subscription, write to us: ${contact}`;

/** The period begins when the goods arrive (2011/83/EU, Art. 9(2)). */
export const withdrawal = (offer: 'eu' | 'all', days: number) =>
  offer === 'eu'
    ? msg`Consumers in the European Union can withdraw from this purchase within ${days} days after the goods have arrived, without giving a reason. Some goods are exempt by law.`
    : msg`You can withdraw from this purchase within ${days} days after the goods have arrived, without giving a reason. Some goods are exempt by law.`;

export const taxId = (id: string) => msg`Tax ID ${id}`;
