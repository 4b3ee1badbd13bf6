import { eventAbout } from '@shop/shop-harness/shop/stripe-event';
import type Stripe from 'stripe';
import type { Row } from '../bench';
import type { Load } from '../load/load';
import { confirmationRequest, eventRequest, findRequest, staffRequest } from '../load/requests';
import { generatedOrder, randomPaidOrder } from './generated-order';

/** One thing that is looked up among many orders. */
export interface Lookup {
  what: string;
  title: string;
  /** For the most orders. */
  target: NonNullable<Row['target']>;
  loadOf: (count: number, staffKey: string) => Omit<Load, 'seconds' | 'urls'>;
}

const FLAT = { ratio: '<= 1.2' } as const;
const LIST = { value: '<= 200' } as const;

/** Orders, newest first, and by each kind of search that the console has. */
const SEARCHES: [name: string, query: (count: number) => string][] = [
  ['orders, newest first', () => ''],
  ['orders that are paid', () => 'filter=paid'],
  ['orders of which something is not delivered', () => 'filter=not_delivered'],
  ['orders with an open dispute', () => 'filter=dispute_open'],
  ['an order by its session', (count) => `q=${randomPaidOrder(count).stripeSessionId}`],
  ['an order by its number', (count) => `q=${randomPaidOrder(count).number}`],
  ['an order by its e-mail address', (count) => `q=${randomPaidOrder(count).email}`],
  ['orders by the beginning of a name', () => 'q=Jenny%20Ros'],
];

/** The other lists of the console, each with a filter that finds much and one that finds little. */
const LISTS: [name: string, path: (count: number) => string][] = [
  ['events, newest first', () => 'events'],
  ['events that are not handled', () => 'events?filter=not_handled'],
  ['events that were not delivered', () => 'events?filter=not_delivered'],
  ['events about a session', (count) => `events?subject=${randomPaidOrder(count).stripeSessionId}`],
  ['deliveries, newest first', () => 'deliveries'],
  ['deliveries by e-mail', () => 'deliveries?channel=mail'],
  ['deliveries that cannot be made', () => 'deliveries?outcome=undeliverable'],
  ['parcels, newest first', () => 'shipments'],
  ['parcels that are lost', () => 'shipments?status=lost'],
  ['withdrawals, newest first', () => 'withdrawals'],
  ['dead letters', () => 'dead-letters'],
  ['audit', () => 'audit'],
];

const FIGURES: [name: string, path: string][] = [
  ['the overview', 'overview'],
  ['figures of the last day', 'figures?range=day'],
  ['figures of the last month', 'figures?range=month'],
];

/** @param session a paid one: only its ids are replaced by those of generated orders */
export const lookups = (session: Stripe.Checkout.Session): Lookup[] => [
  {
    what: 'confirmation of a random paid order',
    title: 'confirmation',
    target: FLAT,
    loadOf: (count) => ({
      requests: [confirmationRequest(() => randomPaidOrder(count))],
      isRight: (body) => body.includes('"view":"full"') && body.includes('"Jenny Rosen"'),
    }),
  },
  {
    what: 'signed event that a random order was paid',
    title: 'webhook',
    target: FLAT,
    loadOf: (count) => ({
      requests: [
        eventRequest(() => {
          const id = generatedOrder(Math.floor(Math.random() * count)).stripeSessionId;
          return eventAbout({ ...session, id }, 'checkout.session.completed');
        }),
      ],
    }),
  },
  {
    what: 'a shopper who looks for a random paid order',
    title: 'find my order',
    target: FLAT,
    loadOf: (count) => ({ requests: [findRequest(() => randomPaidOrder(count))] }),
  },
  ...SEARCHES.map(([name, query]) => ({
    what: `console: ${name}`,
    title: `console: ${name}`,
    target: LIST,
    loadOf: (count: number, staffKey: string) => {
      // A filter may find none; what is searched for is there.
      const found = query(count).startsWith('q=') ? '"orders":[{' : '"orders":[';
      return {
        requests: [staffRequest(() => `/api/staff/orders?${query(count)}`, staffKey)],
        isRight: (body: string) => body.includes(found),
      };
    },
  })),
  ...LISTS.map(([name, path]) => ({
    what: `console: ${name}`,
    title: `console: ${name}`,
    target: LIST,
    loadOf: (count: number, staffKey: string) => ({
      requests: [staffRequest(() => `/api/staff/${path(count)}`, staffKey)],
    }),
  })),
  ...FIGURES.map(([name, path]) => ({
    what: `console: ${name}`,
    title: `console: ${name}`,
    target: { value: '<= 500' } as const,
    loadOf: (_: number, staffKey: string) => ({
      requests: [staffRequest(() => `/api/staff/${path}`, staffKey)],
    }),
  })),
];
