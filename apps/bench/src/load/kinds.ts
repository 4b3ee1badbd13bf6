import type { Sold } from '../paid-orders';
import { completions, confirmationRequest, eventRequest, taking } from './requests';

/** The two most important requests, for a shop with paid orders. */
export const kinds = [
  {
    what: "GET of a paid order's confirmation in full",
    unit: 'requests/s',
    requestOf: ({ orders }: Sold) => confirmationRequest(taking(orders)),
  },
  {
    what: 'signed event that a session was paid',
    unit: 'events/s',
    requestOf: ({ sessions }: Sold) => eventRequest(completions(taking(sessions))),
  },
];
