import type { Sold } from '../paid-orders';
import { completions, confirmationRequest, eventRequest, taking } from './requests';

/** The two requests that matter most, to be asked of a shop that has sold. */
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
