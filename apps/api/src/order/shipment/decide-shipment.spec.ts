import { describe, expect, it } from '@jest/globals';
import type { OrderLineRow, OrderRow } from '../../database/schema/tables';
import { shipmentState } from '../facts/shipment-state';
import type { ShipmentState, ShipmentUpdate } from '../facts/shipment-state';
import type { TracedShipment } from '../facts/shop-status';
import { decideShipment, decideUpdate } from './decide-shipment';
import type { ShipmentFacts } from './decide-shipment';
import { ShipmentRefusal } from './shipment-refusal';

const NOW = new Date('2026-11-24T09:30:00Z');

const order = (changes: Partial<OrderRow> = {}) =>
  ({
    status: 'paid',
    sessionState: 'confirmed',
    totalMinor: 6000,
    refundedMinor: 0,
    refunds: [],
    dispute: null,
    reviewResolvedAt: null,
    shippedStatus: null,
    ...changes,
  }) as OrderRow;

const line = (position: number, quantity: number, changes: Partial<OrderLineRow> = {}) =>
  ({ position, quantity, recurring: null, shippable: null, ...changes }) as OrderLineRow;

const MONTHLY = { interval: 'month', intervalCount: 1 } as const;
const LINES = [line(0, 2), line(1, 1), line(2, 1, { recurring: MONTHLY })];

const said = (news: Partial<ShipmentUpdate> = {}, at = NOW): ShipmentUpdate => ({
  status: null,
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  estimatedOn: null,
  ...news,
  at,
});
const OUT = said({ status: 'shipped' });

const parcel = (
  id: string,
  lines: TracedShipment['lines'],
  state: Partial<ShipmentState> = {},
  shippedAt = NOW,
): TracedShipment =>
  ({ id, ...shipmentState([OUT]), ...state, shippedAt, lines }) as TracedShipment;

const facts = (
  shipments: TracedShipment[] = [],
  changes: Partial<OrderRow> = {},
): ShipmentFacts => ({
  order: order(changes),
  lines: LINES,
  shipments,
});
const ship = (given: ShipmentFacts, lines?: TracedShipment['lines']) =>
  decideShipment(given, { id: 'new', lines, update: OUT });

function refusalOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ShipmentRefusal) return { code: error.code, errors: error.errors };
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a new parcel', () => {
  it('has everything that is left, but for what needs no shipping', () => {
    expect(ship(facts())).toMatchObject({
      lines: [
        { position: 0, quantity: 2 },
        { position: 1, quantity: 1 },
      ],
      shippedStatus: 'shipped',
      triggers: [{ trigger: 'shipment_created', id: 'new' }],
    });
    expect(ship(facts([parcel('a', [{ position: 0, quantity: 1 }])])).lines).toEqual([
      { position: 0, quantity: 1 },
      { position: 1, quantity: 1 },
    ]);
  });

  it('with a part leaves the order partly shipped', () => {
    expect(ship(facts(), [{ position: 0, quantity: 1 }]).shippedStatus).toBe('partly_shipped');
  });

  it('has what Stripe says is shippable, also where it renews, and nothing digital', () => {
    const lines = [
      line(0, 1, { shippable: false }),
      line(1, 1, { shippable: true, recurring: MONTHLY }),
    ];
    const decided = ship({ ...facts(), lines });
    expect(decided).toMatchObject({ lines: [{ position: 1 }], shippedStatus: 'shipped' });
  });

  it('is refused with more of a line than is left, and says of which', () => {
    const out = parcel('a', [{ position: 0, quantity: 1 }]);
    const wanted = [
      { position: 1, quantity: 1 },
      { position: 0, quantity: 2 },
    ];
    expect(refusalOf(() => ship(facts([out]), wanted))).toEqual({
      code: 'LINE_OVERSHIPPED',
      errors: [{ path: 'lines.1', message: 'has 1 left to ship' }],
    });
  });

  it('may replace what was lost or came back', () => {
    for (const status of ['lost', 'returned'] as const) {
      const gone = parcel('a', [{ position: 0, quantity: 2 }], { status });
      expect(ship(facts([gone]), [{ position: 0, quantity: 2 }]).lines).toHaveLength(1);
    }
  });

  it('is refused with a line of another order, or one that needs no shipping', () => {
    const wanted = [
      { position: -1, quantity: 1 },
      { position: 2, quantity: 1 },
    ];
    expect(refusalOf(() => ship(facts(), wanted))).toEqual({
      code: 'LINE_NOT_SHIPPABLE',
      errors: [
        { path: 'lines.0', message: 'is no line of this order' },
        { path: 'lines.1', message: 'needs no shipping' },
      ],
    });
  });

  it('is refused when nothing is left', () => {
    const all = parcel('a', [
      { position: 0, quantity: 2 },
      { position: 1, quantity: 1 },
    ]);
    expect(refusalOf(() => ship(facts([all]))).code).toBe('NOTHING_TO_SHIP');
  });

  it.each<[string, Partial<OrderRow>]>([
    ['is not paid', { status: 'pending', sessionState: 'open' }],
    ['is not paid', { status: 'processing', sessionState: 'processing' }],
    ['has ended without payment', { status: 'expired' }],
    ['has ended without payment', { status: 'refused' }],
    ['was cancelled', { cancelledAt: NOW }],
    ['has ended without payment', { status: 'payment_failed' }],
    ['is under review', { status: 'needs_review' }],
    ['is under review', { status: 'processing', sessionState: 'payment_review' }],
    ['is refunded in full, or about to be', { refundedMinor: 6000 }],
    [
      'is refunded in full, or about to be',
      { refunds: [{ amountMinor: 6000, status: 'pending' }] as OrderRow['refunds'] },
    ],
    [
      'is disputed',
      { dispute: { id: 'dp_1', status: 'needs_response', amountMinor: 6000, dueBy: null } },
    ],
    ['is disputed', { dispute: { id: 'dp_1', status: 'lost', amountMinor: 6000, dueBy: null } }],
  ])('is refused for an order that %s', (message, changes) => {
    expect(refusalOf(() => ship(facts([], changes)))).toEqual({
      code: 'ORDER_NOT_SHIPPABLE',
      errors: [{ path: 'order', message }],
    });
  });

  it('is not refused for an order that is refunded in part', () => {
    expect(ship(facts([], { refundedMinor: 1000 })).shippedStatus).toBe('shipped');
  });
});

/** What an order and its parcels come to when these updates are told of them, in this order. */
function told(
  updates: [id: string, update: ShipmentUpdate][],
  sent = [parcel('a', [{ position: 0, quantity: 2 }]), parcel('b', [{ position: 1, quantity: 1 }])],
) {
  let shipments = sent;
  const known = new Map(shipments.map(({ id }) => [id, [OUT]]));
  const triggers: string[] = [];
  let shippedStatus: string | null = 'shipped';
  for (const [id, update] of updates) {
    const before = known.get(id) ?? [];
    const decided = decideUpdate(facts(shipments), id, before, update);
    if (!decided) continue;
    known.set(id, [...before, update]);
    shipments = shipments.map((one) => (one.id === id ? { ...one, ...decided.state } : one));
    triggers.push(...decided.triggers.map((one) => `${one.trigger}:${one.id}`));
    shippedStatus = decided.shippedStatus;
  }
  return JSON.stringify({ shipments, shippedStatus, triggers: triggers.sort() });
}

const permutationsOf = <T>(all: T[]): T[][] =>
  all.length <= 1
    ? [all]
    : all.flatMap((one, index) =>
        permutationsOf(all.toSpliced(index, 1)).map((rest) => [one, ...rest]),
      );

describe('news of parcels', () => {
  const hour = (n: number) => new Date(NOW.getTime() + n * 3_600_000);

  it('come to the same end in each of 720 orders, some of them twice', () => {
    const updates: [string, ShipmentUpdate][] = [
      ['a', said({ trackingNumber: '1', carrier: 'DHL' }, hour(1))],
      ['a', said({ status: 'delayed', estimatedOn: '2026-11-28' }, hour(2))],
      ['a', said({ status: 'lost' }, hour(3))],
      ['a', said({ status: 'delivered' }, hour(4))],
      ['b', said({ status: 'delivered' }, hour(2))],
      ['b', said({ status: 'returned', trackingNumber: '2' }, hour(5))],
    ];
    const ends = permutationsOf(updates).map((all) => told([...all, ...all.slice(0, 3)]));
    expect(ends).toHaveLength(720);
    expect([...new Set(ends)]).toHaveLength(1);
    expect(JSON.parse(ends[0] ?? '')).toMatchObject({
      shippedStatus: 'delivered',
      shipments: [{ status: 'delivered' }, { status: 'returned' }],
      triggers: [
        'shipment_delivered:a',
        'shipment_delivered:b',
        'shipment_lost:a',
        'shipment_returned:b',
      ],
    });
  });

  it('leave an order partly shipped while a parcel only replaces another one, in whichever order they come', () => {
    const one = [{ position: 0, quantity: 1 }];
    const sent = [
      parcel('a', one),
      parcel('b', one, {}, hour(4)),
      parcel('c', [{ position: 1, quantity: 1 }]),
    ];
    const updates: [string, ShipmentUpdate][] = [
      ['a', said({ status: 'delayed' }, hour(2))],
      ['a', said({ status: 'lost' }, hour(3))],
      ['a', said({ status: 'returned' }, hour(6))],
      ['b', said({ status: 'delivered' }, hour(7))],
      ['c', said({ status: 'delivered' }, hour(7))],
    ];
    const ends = permutationsOf(updates).map((all) => told(all, sent));
    expect([...new Set(ends)]).toHaveLength(1);
    expect(JSON.parse(ends[0] ?? '')).toMatchObject({ shippedStatus: 'partly_shipped' });
  });

  it('are taken whatever has become of the order', () => {
    const given = facts([parcel('a', [{ position: 0, quantity: 2 }])], { refundedMinor: 6000 });
    const decided = decideUpdate(given, 'a', [OUT], said({ status: 'delivered' }));
    expect(decided?.state.status).toBe('delivered');
  });

  it('leave an order shipped until all of it is delivered', () => {
    const end = JSON.parse(told([['a', said({ status: 'delivered' })]])) as object;
    expect(end).toMatchObject({ shippedStatus: 'shipped' });
  });
});
