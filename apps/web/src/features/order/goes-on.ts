import type { Confirmation } from '@shop/contract';

/** Whether the subscription that the order has started lives on: Stripe can still charge it, whatever became of the order. */
export const goesOn = ({ subscription }: Pick<Confirmation, 'subscription'>): boolean =>
  /^(?!canceled$|incomplete_expired$)./.test(subscription?.status ?? '');
