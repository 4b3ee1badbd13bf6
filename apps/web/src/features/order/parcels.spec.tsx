import { describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@shop/contract';
import { screen, within } from '@testing-library/react';
import { inVariant } from '../../dev/mock-api/variants';
import { exampleOrder } from '../../dev/mock-api/example';
import { ADDRESS, answerOrders, changed, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { languages } from '../../locale/languages';
import { parcelWords } from './parcel-words';

async function open(change: Partial<Confirmation>, view: 'full' | 'masked' = 'full') {
  answerOrders(changed(`confirmation-confirmed-${view}`, change));
  openShop(ADDRESS);
  await heading(/^Thanks/);
}
/** The step that the order has reached. */
const reached = () =>
  screen.queryAllByRole('listitem', { current: 'step' }).map(({ textContent }) => textContent);

const shipped = (variant: 'shipped' | 'many-parcels', view: 'full' | 'masked' = 'full') => {
  const { shopStatus, shipments } = inVariant(exampleOrder('confirmed', view), variant);
  return { shopStatus, shipments };
};

describe('how far an order is', () => {
  it.each([
    ['preparing', 'Preparing'],
    ['partly_shipped', 'Preparing'],
    ['shipped', 'Shipped'],
    ['delivered', 'Delivered'],
  ] as const)('is %s: %s', async (shopStatus, step) => {
    await open({ shopStatus });
    expect(reached()).toEqual([step]);
    expect(screen.getByText('Ordered')).toBeVisible();
  });

  it.each([null, 'cancelled'] as const)('is not said of %s', async (shopStatus) => {
    await open({ shopStatus });
    expect(screen.queryByText('Ordered')).toBeNull();
  });
});

describe('a parcel', () => {
  it('is shown with what is in it, carrier, number, link and days', async () => {
    await open(shipped('shipped'));
    const parcel = await screen.findByRole('region', { name: 'Parcel 1: On its way' });
    const inside = within(parcel);
    expect(inside.getAllByRole('listitem')[0]).toHaveTextContent('1 × Stoneware mug');
    expect(inside.getByText('DHL')).toBeVisible();
    expect(inside.getByText('00340434161094042550')).toBeVisible();
    // The day is the same in every time zone.
    expect(inside.getByText('November 26, 2026')).toBeVisible();
    expect(inside.getByRole('link', { name: 'Track this parcel' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:\/\/www\.dhl\.com/),
    );
  });

  it('is one of several, each with its own state', async () => {
    await open(shipped('many-parcels'));
    expect(await screen.findByText(/We’re preparing the rest/)).toBeVisible();
    for (const name of [
      'Parcel 1: Delivered',
      'Parcel 2: Delayed',
      /^Parcel 3: The carrier/,
      /^Parcel 4: It has come back/,
    ])
      expect(await screen.findByRole('region', { name })).toBeVisible();
  });

  it('is shown to a stranger without carrier, number and link', async () => {
    await open(shipped('shipped', 'masked'), 'masked');
    const parcel = await screen.findByRole('region', { name: 'Parcel 1: On its way' });
    expect(within(parcel).queryByRole('link')).toBeNull();
    expect(parcel).not.toHaveTextContent(/Carrier|Tracking/);
    expect(within(parcel).getByText('November 26, 2026')).toBeVisible();
  });

  it('leads nowhere but to https', async () => {
    const { shipments } = shipped('shipped');
    await open({
      shopStatus: 'shipped',
      shipments: shipments.map((one) => ({ ...one, trackingUrl: 'javascript:alert(1)' })),
    });
    const parcel = await screen.findByRole('region', { name: /^Parcel 1/ });
    expect(within(parcel).queryByRole('link')).toBeNull();
  });

  it('is named in every language, in words of its own', () => {
    const all = Object.keys(languages).map((one) =>
      JSON.stringify(parcelWords[one as keyof typeof languages]),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
