/** Nothing was erased; the message says why, in words without personal data. */
export class ErasureRefusedError extends Error {}

/** What would be erased, without saying what it is. */
export interface ErasurePlan {
  orders: {
    orderNumber: string;
    status: string;
    createdAt: Date;
    totalMinor: number;
    currency: string;
    /** Why the order still needs its shopper's data. */
    open: string[];
  }[];
  withdrawals: number;
  grants: number;
  mailFiles: number;
}

/** How many of each have no personal data any more. */
export interface Erased {
  orders: number;
  withdrawals: number;
}

/** @throws ErasureRefusedError that names each order and why */
export function requireClosed(orders: ErasurePlan['orders']): void {
  const open = orders.filter((order) => order.open.length > 0);
  if (open.length === 0) return;
  const sentences = open.map(({ orderNumber, open: why }) => `${orderNumber} ${why.join(', ')}`);
  throw new ErasureRefusedError(
    `Nothing was erased, because data is still needed: ${sentences.join('; ')}. --force erases it all the same.`,
  );
}
