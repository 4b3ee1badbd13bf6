import { isolated, plainText } from '../../../../text/plain-text';
import { isShippable } from '../../../facts/shop-status';
import type { Shipment } from '../../../facts/shop-status';
import type { OrderWithLines } from '../../fulfilment-step';
import type { Translate } from '../mail-messages';
import { factLabels } from '../messages/labels';
import type { MailFact } from './mail-content';
import type { MailFormat } from './mail-format';
import { foreignTo } from './mail-rows';

/** What is in a parcel, who brings it, and when. */
export function parcelFacts(
  { lines }: OrderWithLines,
  parcel: Shipment,
  translate: Translate,
  { day, moment }: MailFormat,
  languages: { mail: string; products: string },
): MailFact[] {
  const fact = (label: keyof typeof factLabels, line: string | null): MailFact[] =>
    line ? [{ label: translate(factLabels[label]), lines: [line] }] : [];
  const { status, carrier, trackingNumber, estimatedOn, deliveredAt } = parcel;
  const isComing = status === 'shipped' || status === 'delayed';
  const inside = parcel.lines.flatMap(({ position, quantity }) => {
    const line = lines.find((one) => one.position === position);
    return line
      ? [
          {
            text: `${quantity} × ${isolated(plainText(line.name) ?? '')}`,
            lang: foreignTo(languages.mail, line.lang ?? languages.products),
          },
        ]
      : [];
  });
  return [
    {
      label: translate(factLabels.inParcel),
      lines: inside.map(({ text }) => text),
      langs: inside.map(({ lang }) => lang),
    },
    ...fact('carrier', carrier),
    ...fact('trackingNumber', trackingNumber),
    ...fact('expected', isComing && estimatedOn ? day(new Date(estimatedOn)) : null),
    ...fact('delivered', deliveredAt && moment(deliveredAt)),
  ];
}

/** Whether everything that needs shipping is in this parcel. */
export const isAllIn = ({ lines }: OrderWithLines, parcel: Pick<Shipment, 'lines'>): boolean =>
  lines.filter(isShippable).every(({ position, quantity }) => {
    const packed = parcel.lines.find((one) => one.position === position);
    return (packed?.quantity ?? 0) >= quantity;
  });
