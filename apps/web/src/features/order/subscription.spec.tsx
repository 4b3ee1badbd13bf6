import { describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { ADDRESS, answerOrders, changed, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { createQueryClient } from '../../api-client/query-client';

const MONTHLY = { interval: 'month', intervalCount: 1 } as const;
const active: Confirmation['subscription'] = {
  status: 'active',
  renewals: [{ amountMinor: 1850, recurring: MONTHLY }],
  nextChargeAt: '2026-12-23T18:04:12.000Z',
  endsAt: null,
};

function openOrder(
  subscription: Partial<NonNullable<Confirmation['subscription']>>,
  view: 'full' | 'masked' = 'full',
) {
  const order = examples[`confirmation-confirmed-${view}`];
  apiServer.use(
    on.confirmation(() =>
      HttpResponse.json({ ...order, subscription: { ...active, ...subscription } }),
    ),
  );
  return openShop('/order/success?session_id=cs_test_a1b2c3');
}

const beside = async (label: string) => {
  const [term] = await screen.findAllByText(label, { selector: 'dt' });
  return term?.nextElementSibling?.textContent;
};

describe('a subscription on the confirmation page', () => {
  it('tells what is charged again, and when next', async () => {
    openOrder({});
    expect(await beside('Then')).toBe('$18.50 every month');
    expect(await beside('Next charge')).toBe('December 23, 2026');
  });

  it('that costs nothing at first says that there is nothing to pay today', async () => {
    answerOrders(changed('confirmation-nothing-to-pay-full', { subscription: active }));
    openShop(ADDRESS);
    expect(await screen.findByText(/There is nothing to pay today\./)).toBeVisible();
    expect(await beside('Then')).toBe('$18.50 every month');
  });

  it('says that the next charge is not known', async () => {
    openOrder({ nextChargeAt: null });
    expect(await beside('Next charge')).toBe('not known at the moment');
  });

  it.each([null, 'incomplete'])(
    'says nothing of one whose first payment is under way: %s',
    async (status) => {
      const change = { subscription: { ...active, status, nextChargeAt: null } };
      answerOrders(changed('confirmation-processing-full', change));
      openShop(ADDRESS);
      expect(await beside('Then')).toBe('$18.50 every month');
      expect(screen.queryByText(/last payment failed/)).toBeNull();
      expect(screen.queryByText('Next charge')).toBeNull();
    },
  );

  it.each([
    [
      { status: 'past_due', nextChargeAt: null },
      'The last payment failed. Please check how you pay.',
    ],
    [
      { status: 'unpaid', nextChargeAt: null },
      'The last payment failed. Please check how you pay.',
    ],
    [{ status: 'canceled', nextChargeAt: null, endsAt: null }, 'Ended'],
    [{ status: 'paused', nextChargeAt: null }, 'Paused'],
  ])('says what has become of it: %j', async (change, words) => {
    openOrder(change);
    expect(await beside('Subscription')).toBe(words);
    expect(screen.queryByText('Next charge')).toBeNull();
  });

  it.each([
    ['active', 'Subscription ends', 'December 23, 2026'],
    ['past_due', 'Subscription ends', 'December 23, 2026'],
    ['canceled', 'Subscription', 'Ended'],
  ])('says when it ends, and no charge after that: %s', async (status, label, words) => {
    openOrder({ status, renewals: [], nextChargeAt: null, endsAt: '2026-12-23T18:04:12.000Z' });
    expect(await beside(label)).toBe(words);
    expect(screen.queryAllByText(/^Subscription ends/)).toHaveLength(status === 'canceled' ? 0 : 1);
    expect(screen.queryByText('Next charge')).toBeNull();
    expect(screen.queryByText('Then')).toBeNull();
  });

  it('leads to where it is managed, and says why when it cannot', async () => {
    const { user, left } = openOrder({});
    const manage = await screen.findByRole('button', { name: 'Manage subscription' });
    await user.click(manage);
    await waitFor(() => expect(left).toEqual([examples['portal-opened'].url]));
    apiServer.use(on.portal(() => answer('problem-rate-limited')));
    await user.click(manage);
    expect(await screen.findByText(/tries/)).toBeVisible();
  });

  it('is managed only by whoever still looks at its order when the portal has opened', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    apiServer.use(on.portal(() => released.then(() => answer('portal-opened'))));
    answerOrders(changed('confirmation-confirmed-full', { subscription: active }));
    const queryClient = createQueryClient();
    const { user, left } = openShop(ADDRESS, queryClient);
    await user.click(await screen.findByRole('button', { name: 'Manage subscription' }));
    await user.click(screen.getByRole('link', { name: 'Shop' }));
    release();
    await waitFor(() => expect(queryClient.isMutating()).toBe(0));
    expect(left).toEqual([]);
  });

  it.each([
    ['past_due', false],
    ['unpaid', false],
    ['active', false],
    ['incomplete', false],
    ['trialing', false],
    ['paused', false],
    ['new_at_stripe', false],
    ['canceled', true],
    [null, true],
  ])(
    'is not ordered again while its first payment can still be made: %s',
    async (status, isOver) => {
      const change = { subscription: { ...active, status, nextChargeAt: null } };
      answerOrders(changed('confirmation-payment-failed-full', change));
      openShop(ADDRESS);
      await heading('Your payment didn’t go through');
      const again = screen.queryAllByRole('button', { name: 'Order these again' });
      expect(again).toHaveLength(isOver ? 1 : 0);
    },
  );

  it('can be managed where its first payment has failed and has not begun', async () => {
    const change = { subscription: { ...active, status: 'incomplete', nextChargeAt: null } };
    answerOrders(changed('confirmation-payment-failed-full', change));
    openShop(ADDRESS);
    expect(await screen.findByRole('button', { name: 'Manage subscription' })).toBeVisible();
  });

  it('is not managed by whoever only has the link', async () => {
    openOrder({}, 'masked');
    expect(await beside('Next charge')).toBe('December 23, 2026');
    expect(screen.queryByRole('button', { name: 'Manage subscription' })).toBeNull();
  });
});
