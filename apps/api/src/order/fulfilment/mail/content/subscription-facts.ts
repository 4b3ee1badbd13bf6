import type { OrderWithLines } from '../../fulfilment-step';
import { subscriptionView } from '../../../facts/subscription-view';
import type { Translate } from '../mail-messages';
import { factLabels } from '../messages/labels';
import type { MailFact } from './mail-content';
import type { MailFormat } from './mail-format';

/**
 * When a subscription is charged next, or when it ends; nothing where neither is known. The time of day is told too: the
 * day alone would be another one in another zone.
 */
export function subscriptionFacts(
  { order, lines }: OrderWithLines,
  now: Date,
  translate: Translate,
  { moment }: MailFormat,
): MailFact[] {
  const { nextChargeAt = null, endsAt = null } = subscriptionView(order, lines, now) ?? {};
  const fact = (label: keyof typeof factLabels, at: string | null): MailFact[] =>
    at === null ? [] : [{ label: translate(factLabels[label]), lines: [moment(new Date(at))] }];
  const isOver = endsAt !== null && Date.parse(endsAt) <= now.getTime();
  return [
    ...fact('nextCharge', nextChargeAt),
    ...fact(isOver ? 'subscriptionEnded' : 'subscriptionEnds', endsAt),
  ];
}
