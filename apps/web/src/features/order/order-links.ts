import type { Confirmation } from '@shop/contract';
import type { ReactNode } from 'react';

/** Links out of the confirmation page. The composition decides where they lead. */
export type OrderLinks = {
  toShop: (label: string) => ReactNode;
  /** Back to the cart of an order that was not paid, or a way to fill it again. */
  orderAgain: (order: Pick<Confirmation, 'orderNumber' | 'items'>) => ReactNode;
};
