import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { heldAnswer } from '../../../testing/held-answer';
import { ADDRESS, answerOrders, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { comeBack } from '../../../testing/tab';
import { exampleOrder } from '../../dev/mock-api/example';
import type { VariantName } from '../../dev/mock-api/variants';

const order = (variant: VariantName) => () =>
  HttpResponse.json(exampleOrder('confirmed', 'full', variant));
const lost = () => HttpResponse.error();
const button = (name: string) => screen.findByRole('button', { name });
const tooLate = /can no longer be changed or cancelled here/;

function open(...orders: (() => Response)[]) {
  const asked = answerOrders(...orders);
  return { ...openShop(ADDRESS), asked };
}
type User = ReturnType<typeof open>['user'];

async function cancel(user: User) {
  await user.click(await button('Cancel this order'));
  await user.click(await button('Yes, cancel the order'));
}
async function correct(user: User) {
  await user.click(await screen.findByText('Correct the shipping address'));
  await user.click(screen.getByRole('button', { name: 'Save the address' }));
}

describe('a change whose answer was lost', () => {
  it('is shown where the order is cancelled all the same', async () => {
    const { user } = open(order('cancellable'), order('cancelled'));
    apiServer.use(on.cancellation(lost));
    await cancel(user);
    expect(await heading('Your order is cancelled')).toHaveFocus();
    expect(screen.queryByText(/can’t reach the shop/)).toBeNull();
  });

  it('is shown where the address is corrected all the same', async () => {
    const { user } = open(order('cancellable'), order('address-corrected'));
    apiServer.use(on.deliveryAddress(lost));
    await correct(user);
    expect(await screen.findByText('12 Corrected Road')).toBeVisible();
    expect(screen.queryByText(/can’t reach the shop/)).toBeNull();
  });

  it('can be made again, or left, where nothing has changed', async () => {
    const { user, asked } = open(order('cancellable'));
    apiServer.use(on.cancellation(lost));
    await cancel(user);
    expect(await screen.findByText(/We can’t reach the shop right now/)).toBeVisible();
    await waitFor(() => expect(asked.times).toBe(2));
    await user.click(await button('Keep the order'));
    expect(await button('Cancel this order')).toHaveFocus();
  });
});

describe('an order that is being cancelled', () => {
  it('can no longer be kept', async () => {
    const { user } = open(order('cancellable'), order('cancelled'));
    const held = heldAnswer(() => new HttpResponse(null, { status: 204 }));
    apiServer.use(on.cancellation(held.resolver));
    await cancel(user);
    const keep = await button('Keep the order');
    await waitFor(() => expect(keep).toHaveAttribute('aria-disabled', 'true'));
    await user.click(keep);
    expect(keep).toBeVisible();
    held.release();
    expect(await heading('Your order is cancelled')).toHaveFocus();
  });
});

describe('a change for which it is too late', () => {
  it.each([
    ['to cancel it', cancel, on.cancellation],
    ['to correct its address', correct, on.deliveryAddress],
  ] as const)(
    'because a parcel has left shows the parcel, and whom to write to: %s',
    async (_what, attempt, route) => {
      const { user } = open(order('cancellable'), order('shipped'));
      apiServer.use(route(() => answer('problem-changes-too-late')));
      await attempt(user);
      const reached = { selector: '[aria-current=step]' };
      expect(await screen.findByText('Shipped', reached)).toBeVisible();
      const over = screen.getByText(tooLate);
      expect(within(over).getByRole('link')).toHaveAttribute('href', 'mailto:help@shop.example');
      await waitFor(() => expect(over.closest('[role=status]')).toHaveFocus());
      expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
    },
  );

  it('is not spoken of to somebody who did not ask for one', async () => {
    open(order('cancellable'), order('shipped'));
    await button('Cancel this order');
    const hasLeft = () => {
      comeBack();
      expect(screen.getByText('Shipped')).toHaveAttribute('aria-current', 'step');
    };
    await waitFor(hasLeft, { timeout: 5000 });
    expect(screen.queryByText(tooLate)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
  });
});
