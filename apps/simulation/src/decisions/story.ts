import { parseStep } from '../../../api/src/order/fulfilment/judge-step';
import { confirmationState } from '../../../api/src/order/facts/confirmation-state';
import { EVENTS } from './events';
import type { Step } from './run-history';
import { replay } from './shrink';
import type { World } from './world';

/** A history in words: who did what, and what became of the order by it. */
export function story(steps: readonly Step[]): string[] {
  let before = '';
  const lines: string[] = [];
  const { error } = replay(steps, ([place], world) => {
    const event = EVENTS[place];
    const now = stateOf(world);
    const became = now === before ? 'nothing changes' : now;
    lines.push(`${lines.length + 1}. ${event?.who ?? ''} ${event?.name ?? ''}: ${became}`);
    before = now;
  });
  const last = steps[lines.length];
  if (last)
    lines.push(`${lines.length + 1}. ${EVENTS[last[0]]?.who ?? ''} ${EVENTS[last[0]]?.name ?? ''}`);
  else lines.push('Then everything under way arrives, and everything is told.');
  return [...lines, error ? `Broken: ${error.message}` : 'Every promise is kept.'];
}

function stateOf({ order, steps }: World): string {
  const page = confirmationState(order);
  const review =
    order.reviewReason && !order.reviewResolvedAt ? `, asked: ${order.reviewReason}` : '';
  const staged = steps.map(({ step }) => parseStep(step).name).join(' ');
  const shipped = order.shippedStatus ? `, ${order.shippedStatus}` : '';
  return `order ${order.status}, page ${page}${shipped}${review}${staged && `; to tell: ${staged}`}`;
}
