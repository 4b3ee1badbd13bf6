import type { StaffOrder } from '@shop/contract';
import { Action } from '../ui/action';
import { stepName } from '../ui/step-name';

/** Of an order of a restored database: whether what waits is told, or was told before. */
export function HeldTelling({ order: { number, wrong, told } }: { order: StaffOrder }) {
  if (!wrong.some(({ code }) => code === 'telling_held')) return null;
  const waiting = told.filter(({ outcome }) => outcome === 'pending');
  const what = waiting.map(({ step }) => stepName(step)).join(', ') || 'nothing yet';
  return (
    <>
      <Action
        words="Tell what waits"
        path={`orders/${number}/tell`}
        warning={`What waits is told now, as far as it is still true: ${what}. Whoever was told before the database was restored is told again.`}
      />
      <Action
        words="Say that it was told"
        path={`orders/${number}/told`}
        warning={`What waits counts as told, and is not sent to anybody: ${what}. It cannot be taken back.`}
      />
    </>
  );
}
