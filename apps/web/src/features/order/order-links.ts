import type { ReactNode } from 'react';

/** Links out of the confirmation page. The composition decides where they lead. */
export type OrderLinks = {
  toShop: (label: string) => ReactNode;
  toCart: (label: string) => ReactNode;
};
