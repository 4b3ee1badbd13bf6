import type { Event } from './event';
import { moneyEvents } from './money-events';
import { parcelEvents } from './parcel-events';
import { paymentEvents } from './payment-events';
import { reviewEvents } from './review-events';
import { shopEvents } from './shop-events';
import { tellingEvents } from './telling-events';

/** Everything that can happen. A history names them by their place, so new ones go to the end. */
export const EVENTS: readonly Event[] = [
  ...shopEvents,
  ...paymentEvents,
  ...moneyEvents,
  ...reviewEvents,
  ...parcelEvents,
  ...tellingEvents,
];
