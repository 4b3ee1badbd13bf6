import type { FailureKind, StaffDelay, StaffFigureBucket, StaffFigures } from '@shop/contract';
import type { FigureWindow } from './figure-window';

/** Of which bucket a row is; the first one is 0. */
interface InBucket {
  bucket: number;
}
export type OrderCount = InBucket & { status: string; count: number };
export type Money = InBucket & StaffFigureBucket['money'][number];
export type FailureCount = InBucket & { kind: FailureKind; count: number };

/** Of one bucket; null: of all of them together. */
export interface Delays {
  bucket: number | null;
  fulfilment: StaffDelay | null;
  arrival: StaffDelay | null;
}

export interface FigureRows {
  orders: OrderCount[];
  money: Money[];
  delays: Delays[];
  failures: FailureCount[];
}

/** Puts what was counted into its buckets, of which none is missing. Pure. */
export function figureBuckets(
  { since, bucketSeconds, buckets }: FigureWindow,
  rows: FigureRows,
): Pick<StaffFigures, 'fulfilment' | 'arrival' | 'buckets'> {
  const all = rows.delays.find(({ bucket }) => bucket === null);
  return {
    fulfilment: all?.fulfilment ?? null,
    arrival: all?.arrival ?? null,
    buckets: Array.from({ length: buckets }, (_, n) => {
      const delays = rows.delays.find(({ bucket }) => bucket === n);
      return {
        from: new Date(since.getTime() + n * bucketSeconds * 1000).toISOString(),
        orders: of(rows.orders, n),
        money: of(rows.money, n),
        fulfilment: delays?.fulfilment ?? null,
        arrival: delays?.arrival ?? null,
        failures: of(rows.failures, n),
      };
    }),
  };
}

const of = <Row extends InBucket>(rows: Row[], n: number) =>
  rows.filter(({ bucket }) => bucket === n).map(({ bucket: _, ...row }) => row);
