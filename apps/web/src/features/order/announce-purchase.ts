import type { FullConfirmation } from '@shop/contract';

/** Name of the event on window; its detail is a `Purchase`. */
export const PURCHASE_EVENT = 'shop:purchase';

export type Purchase = {
  orderNumber: string;
  currency: string;
  /** Minor units of the currency. */
  totalMinor: number;
};

const announced = new Set<string>();

/**
 * Dispatches an event on window when a paid order is seen for the first time: once, however often the page renders.
 * The API says so once per order (`firstView`). The shop itself does not listen to the event and sends nothing.
 */
export function announcePurchase({ firstView, orderNumber, amounts }: FullConfirmation): void {
  if (!firstView || announced.has(orderNumber)) return;
  announced.add(orderNumber);
  const detail: Purchase = {
    orderNumber,
    currency: amounts.currency,
    totalMinor: amounts.totalMinor,
  };
  window.dispatchEvent(new CustomEvent(PURCHASE_EVENT, { detail }));
}
