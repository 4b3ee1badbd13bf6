import type { ReactNode } from 'react';
import { useDate } from '../../locale/use-format';

/** A label and its value in a `dl`. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/**
 * A moment in the shopper's notation and time zone. A time of day names the zone: the shopper may read it somewhere else.
 *
 * @param at ISO time
 */
export function Moment({ at, time = false }: { at: string; time?: boolean }) {
  const format = useDate(time);
  return <time dateTime={at}>{format(at)}</time>;
}
