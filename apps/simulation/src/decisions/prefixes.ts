import { EVENTS } from './events';

const READS = 'reads the order’s session';
const PAID = ['pays by card', READS];

/** How histories begin: most from nothing, the others far along a way, so that rare states are met often enough. */
const BEGINNINGS: readonly (readonly string[])[] = [
  [],
  [],
  [],
  PAID,
  ['pays by bank debit', READS],
  ['takes a voucher', READS],
  ['takes a voucher', READS, 'chooses another way to pay'],
  ['expires the session', READS],
  [
    'takes a voucher',
    READS,
    'chooses another way to pay',
    'gives up a payment that is not canceled',
    'gets the money',
  ],
  ['expires the session', READS, 'recovers the session', 'pays by card', 'reads any session'],
  ['pays by bank debit', 'does not get the money', READS],
  ['expires the session', READS, 'has another amount in the session', 'sells the rest to others'],
  ['has another amount in the session', READS, 'decides refused', READS],
  ['has another amount in the session', ...PAID],
  ['has another amount in the session', ...PAID, 'begins a review'],
  [...PAID, 'finds a second session of the order', 'pays by card', 'reads any session'],
  [
    ...PAID,
    'finds a second session of the order',
    'pays by card',
    'reads any session',
    'the bank asks',
  ],
  [
    ...PAID,
    'finds a second session of the order',
    'pays by card',
    'reads any session',
    'begins a refund of a part',
  ],
  [...PAID, 'begins a refund of a part', READS],
  [...PAID, 'refunds the rest', READS],
  [...PAID, 'the bank takes the money away', READS],
  [...PAID, 'sends a part', 'says that a parcel is lost'],
  [
    'has another amount in the session',
    READS,
    'decides refused',
    READS,
    'finds a second session of the order',
    'pays by card',
    'begins a review',
    'the bank asks',
  ],
  [
    'has another amount in the session',
    READS,
    'finds a second session of the order',
    'pays by card',
    'begins a refund of a part',
    'refunds the rest',
    'decides refused',
  ],
  [
    'finds a second session of the order',
    'pays by card',
    'expires the session',
    READS,
    'reads any session',
  ],
  [
    'finds a second session of the order',
    'reads any session',
    'expires the session',
    READS,
    'decides dismissed',
    READS,
  ],
  [
    'finds a second session of the order',
    'reads any session',
    'pays by bank debit',
    'does not get the money',
    'decides dismissed',
    READS,
  ],
];

function placeOf(name: string): number {
  const place = EVENTS.findIndex((event) => event.name === name);
  if (place < 0) throw new Error(`There is no event "${name}".`);
  return place;
}

/** As places in EVENTS. */
export const PREFIXES: readonly (readonly number[])[] = BEGINNINGS.map((names) =>
  names.map(placeOf),
);
