import { formatMoney } from '@shop/money';
import type { FulfilmentRow } from '../database/schema/fulfilment-tables';
import type { OrderRow, OrderTransitionRow } from '../database/schema/tables';
import { confirmationState } from '../order/facts/confirmation-state';
import { whatIsWrong } from '../staff/orders/what-is-wrong';

/** Each is one line. */
type Brief = Record<'order' | 'paid' | 'wrong' | 'moved' | 'next', string>;

/**
 * What a person on call wants to know of an order first, in the words of the console: whether it is paid, what is wrong,
 * what has moved it last, and what to type next. Pure.
 * @param transitions oldest first
 */
export function orderBrief(
  order: OrderRow,
  transitions: readonly OrderTransitionRow[],
  steps: readonly FulfilmentRow[],
): Brief {
  const wrong = whatIsWrong(order, steps);
  const commands = wrong.flatMap(({ code }) => COMMANDS[code]?.(order, steps) ?? []);
  const next = [
    ...new Set(wrong.map((fault) => fault.next)),
    ...new Set(commands.map((command) => `npm run orders -- ${command}`)),
  ];
  return {
    order: headOf(order),
    paid: paidOf(order),
    wrong: wrong.map(({ words }) => words).join(' ') || 'nothing',
    moved: movedBy(transitions.at(-1)),
    next: next.join(' ') || `nothing; the rest: npm run orders -- show ${order.number} --all`,
  };
}

type Typed = (order: OrderRow, steps: readonly FulfilmentRow[]) => string[];

/** What is typed about a fault, by its code. Of the others the console's words say where they are mended. */
const COMMANDS: Partial<Record<string, Typed>> = {
  review_open: ({ number }) => [`resolve ${number} --as <decision> --reason "<why>"`],
  state_unknown: sync,
  sync_failed: sync,
  telling_held: ({ number }) => [`restored told ${number}`, `restored tell ${number}`],
  not_delivered: ({ number }, steps) =>
    steps
      .filter(({ outcome }) => outcome === 'undeliverable')
      .map(({ step }) => `resend ${number} --step ${step}`),
};

function sync({ stripeSessionId }: OrderRow): string[] {
  return stripeSessionId === null ? [] : [`sync ${stripeSessionId}`];
}

function headOf(order: OrderRow): string {
  const total = formatMoney(order.totalMinor, order.currency, 'en');
  const session = order.stripeSessionId ?? 'no session at Stripe yet';
  return `${order.number}, ${total}, ${plain(confirmationState(order))}, ${session}`;
}

function paidOf({ paidAt, refundedMinor, currency, sessionState }: OrderRow): string {
  if (paidAt === null) return `no: ${plain(sessionState)}`;
  const since = `yes, ${paidAt.toISOString()}`;
  if (refundedMinor === 0) return since;
  return `${since}; ${formatMoney(refundedMinor, currency, 'en')} went back`;
}

function movedBy(last: OrderTransitionRow | undefined): string {
  if (!last) return 'by nothing yet';
  const { fromStatus, toStatus, at, cause } = last;
  const what = fromStatus === toStatus ? toStatus : `${fromStatus} → ${toStatus}`;
  return `${what}, ${at.toISOString()}, ${cause}`;
}

/** As the console writes it: `awaiting bank transfer`. */
const plain = (state: string) => state.replaceAll('_', ' ');
