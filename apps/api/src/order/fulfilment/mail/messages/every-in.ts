import type { Recurring } from '../../../../database/schema/tables';

/** Makes `every` from the texts for one interval and for several intervals, where # is their number. */
export const everyIn =
  (texts: Record<Recurring['interval'], [one: string, several: string]>) =>
  ({ interval, intervalCount }: Recurring): string =>
    intervalCount === 1
      ? texts[interval][0]
      : texts[interval][1].replace('#', String(intervalCount));
