import { moneyEvents } from './money-events';
import { networkEvents } from './network-events';
import { shopperEvents } from './shopper-events';
import { staffEvents } from './staff-events';
import { workerEvents } from './worker-events';
import type { WorldEvent } from './world-event';

/** Everything that can happen. */
export const EVENTS: readonly WorldEvent[] = [
  ...shopperEvents,
  ...networkEvents,
  ...workerEvents,
  ...moneyEvents,
  ...staffEvents,
];
