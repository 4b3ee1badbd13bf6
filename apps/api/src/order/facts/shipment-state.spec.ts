import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSameUpdate, shipmentState } from './shipment-state';
import type { ShipmentUpdate } from './shipment-state';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const nothing = {
  status: null,
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  estimatedOn: null,
};
const said = (hour: number, news: Partial<ShipmentUpdate>): ShipmentUpdate => ({
  ...nothing,
  ...news,
  at: at(hour),
});

/** Few times and few values, so that updates contradict one another, also at the same moment. */
const updates = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 3 }).map(at),
    status: fc.constantFrom(null, 'shipped', 'delayed', 'lost', 'delivered', 'returned'),
    carrier: fc.constantFrom(null, 'DHL', 'UPS', 'Bike'),
    trackingNumber: fc.constantFrom(null, '1', '2'),
    trackingUrl: fc.constantFrom(null, 'https://www.dhl.com/1', 'https://www.ups.com/2'),
    estimatedOn: fc.constantFrom(null, '2026-11-26', '2026-11-27'),
  }),
  { minLength: 1, maxLength: 6 },
);

function permutationsOf<T>(all: T[]): T[][] {
  if (all.length <= 1) return [all];
  return all.flatMap((one, index) =>
    permutationsOf(all.toSpliced(index, 1)).map((rest) => [one, ...rest]),
  );
}

describe('the state of a parcel', () => {
  it('is the same in whichever order up to six updates come, and however often each', () => {
    fc.assert(
      fc.property(updates, (all) => {
        const states = permutationsOf(all).map((order) =>
          JSON.stringify(shipmentState([...order, ...order.slice(0, 2)])),
        );
        expect([...new Set(states)]).toEqual([JSON.stringify(shipmentState(all))]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['what was delayed and came', ['delayed', 'delivered'], 'delivered'],
    ['what was lost and found', ['lost', 'delivered'], 'delivered'],
    ['what was delivered and came back', ['returned', 'delivered'], 'returned'],
    ['what was late and is lost', ['lost', 'delayed', 'shipped'], 'lost'],
  ] as const)('of %s is the highest', (_what, statuses, highest) => {
    const all = statuses.map((status, hour) => said(hour, { status }));
    expect(shipmentState(all).status).toBe(highest);
  });

  it('takes carrier, number and day from the latest that says them', () => {
    const first = said(1, { status: 'shipped', carrier: 'DHL', trackingNumber: '1' });
    const later = said(3, { estimatedOn: '2026-11-27' });
    const between = said(2, { trackingNumber: '2', estimatedOn: '2026-11-26' });
    expect(shipmentState([later, between, first])).toMatchObject({
      carrier: 'DHL',
      trackingNumber: '2',
      trackingUrl: expect.stringMatching(/^https:\/\/www\.dhl\.com\/.*=2&/),
      estimatedOn: '2026-11-27',
    });
  });

  it('never gives a number the link of another number', () => {
    const first = said(1, { trackingNumber: '1', trackingUrl: 'https://track.example.com/1' });
    const corrected = said(2, { trackingNumber: '2' });
    expect(shipmentState([first, corrected])).toMatchObject({
      trackingNumber: '2',
      trackingUrl: null,
    });
  });

  it('was delivered when that was first said to have happened', () => {
    const all = [5, 4].map((hour) => said(hour, { status: 'delivered' }));
    expect(shipmentState(all).deliveredAt).toEqual(at(4));
    expect(shipmentState([said(1, { status: 'lost' })]).deliveredAt).toBeNull();
  });
});

describe('a parcel is gone', () => {
  it.each<[string, [hour: number, status: ShipmentUpdate['status']][], number | null]>([
    [
      'from when it was lost',
      [
        [5, 'lost'],
        [3, 'lost'],
      ],
      3,
    ],
    [
      'from when it was lost, also when it comes back',
      [
        [3, 'lost'],
        [6, 'returned'],
      ],
      3,
    ],
    [
      'not once it was found and delivered',
      [
        [3, 'lost'],
        [5, 'delivered'],
      ],
      null,
    ],
    [
      'from its return, once it was delivered',
      [
        [3, 'lost'],
        [5, 'delivered'],
        [6, 'returned'],
      ],
      6,
    ],
    ['not while it is late', [[3, 'delayed']], null],
  ])('%s', (_what, all, gone) => {
    const { goneAt } = shipmentState(all.map(([hour, status]) => said(hour, { status })));
    expect(goneAt).toEqual(gone === null ? null : at(gone));
  });
});

describe('an update', () => {
  it('is the same as one that says the same of the same time', () => {
    const update = said(1, { status: 'delayed' });
    expect(isSameUpdate(update, { ...update })).toBe(true);
    expect(isSameUpdate(update, said(2, { status: 'delayed' }))).toBe(false);
    expect(isSameUpdate(update, said(1, { status: 'lost' }))).toBe(false);
  });
});
