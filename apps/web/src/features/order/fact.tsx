import type { ReactNode } from 'react';
import { useLocaleTag } from '../../locale/use-format';

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
 * A moment in the shopper's time zone and notation.
 *
 * @param at ISO time
 */
export function Moment({ at, time = false }: { at: string; time?: boolean }) {
  const format = new Intl.DateTimeFormat(useLocaleTag(), {
    dateStyle: 'long',
    ...(time && { timeStyle: 'short' }),
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
