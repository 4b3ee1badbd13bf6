import type { ReactNode } from 'react';

/** Links out of the confirmation page. The composition decides where they lead. */
export type OrderLinks = {
  toShop: (label: string) => ReactNode;
  /** Back to the cart of an order that was not paid, or a way to fill it again. */
  orderAgain: (orderNumber: string) => ReactNode;
};
