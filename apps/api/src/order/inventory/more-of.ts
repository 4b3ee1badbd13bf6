import type { OrderLineRow } from '../../database/schema/tables';
import type { WantedLine } from './stock.repository';

type Line = WantedLine & Pick<OrderLineRow, 'holdsStock'>;

/**
 * How many more of each product the lines count than those before; fewer are negative. Pure. A product whose number stays
 * is missing.
 */
export function moreOf(before: Line[], after: Line[]): WantedLine[] {
  const more = new Map<string, WantedLine>();
  const count = ({ stripeProductId, name, quantity, holdsStock }: Line, sign: 1 | -1) => {
    if (!holdsStock) return;
    const known = more.get(stripeProductId)?.quantity ?? 0;
    more.set(stripeProductId, { stripeProductId, name, quantity: known + sign * quantity });
  };
  for (const line of after) count(line, 1);
  for (const line of before) count(line, -1);
  return [...more.values()].filter(({ quantity }) => quantity !== 0);
}
