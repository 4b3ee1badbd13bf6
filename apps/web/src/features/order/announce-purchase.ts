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
 * Tells whoever listens on window that an order is seen paid for the first time, once however often the page is drawn.
 * The API says so once per order (`firstView`); the shop itself listens to nothing and sends nothing.
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
