import type { FigureRange } from '@shop/contract';

/** A time that is cut into equal buckets. */
export interface FigureWindow {
  since: Date;
  /** The end of the last bucket: it is not over yet. */
  until: Date;
  bucketSeconds: number;
  buckets: number;
}

const SIZES: Record<FigureRange, Pick<FigureWindow, 'bucketSeconds' | 'buckets'>> = {
  day: { bucketSeconds: 3600, buckets: 24 },
  month: { bucketSeconds: 24 * 3600, buckets: 30 },
};

/** Whole hours, or whole days in UTC; the last one is the present one. Pure. */
export function figureWindow(range: FigureRange, now: Date): FigureWindow {
  const { bucketSeconds, buckets } = SIZES[range];
  const bucketMs = bucketSeconds * 1000;
  const until = new Date((Math.floor(now.getTime() / bucketMs) + 1) * bucketMs);
  return { since: new Date(until.getTime() - buckets * bucketMs), until, bucketSeconds, buckets };
}
