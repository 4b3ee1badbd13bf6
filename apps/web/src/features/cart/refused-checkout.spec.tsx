import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { answer, apiServer, on } from '../../../testing/api-server';
import { heldAnswer } from '../../../testing/held-answer';
import { openShop, storeCart } from '../../../testing/render-shop';

type User = ReturnType<typeof openShop>['user'];
const press = async (user: User, name: string) =>
  user.click(await screen.findByRole('button', { name }));
const isPriced = () => screen.findByRole('heading', { name: 'Stoneware mug' });
const notEnough = /isn’t enough left of something/;

/** Checks out some mugs, and is refused. */
async function refused(quantity: number, answerWith: () => Response) {
  storeCart({ priceId: 'price_Example1', quantity });
  apiServer.use(on.checkout(answerWith));
  const { user } = openShop('/cart');
  await isPriced();
  await press(user, 'Checkout');
  return user;
}

describe('what a refused checkout says', () => {
  it('goes when the shopper takes less', async () => {
    const user = await refused(3, () => answer('problem-out-of-stock'));
    expect(await screen.findByText(notEnough)).toBeVisible();
    await press(user, 'One less: Stoneware mug');
    await waitFor(() => expect(screen.queryByText(notEnough)).toBeNull());
    expect(screen.queryByText(/isn’t as much left/)).toBeNull();
  });

  it('goes with the line, and stays away when that comes back', async () => {
    const user = await refused(3, () => answer('problem-out-of-stock'));
    expect(await screen.findByText(notEnough)).toBeVisible();
    await press(user, 'Remove Stoneware mug');
    expect(await screen.findByText('Your cart is empty.')).toBeVisible();
    await waitFor(() => expect(screen.queryByText(notEnough)).toBeNull());
    await press(user, 'Undo');
    // The line itself says it.
    expect(await screen.findByText(/isn’t as much left/)).toBeVisible();
    expect(screen.queryByText(notEnough)).toBeNull();
  });

  it('goes when there is more to pay than was too little', async () => {
    const user = await refused(1, () => answer('problem-amount-too-small'));
    const tooSmall = /The least we can charge is \$0\.50/;
    expect(await screen.findByText(tooSmall)).toBeVisible();
    await press(user, 'One more: Stoneware mug');
    await waitFor(() => expect(screen.queryByText(tooSmall)).toBeNull());
  });

  it('stays while the cart is as it was', async () => {
    const user = await refused(1, () => answer('problem-out-of-stock'));
    expect(await screen.findByText(notEnough)).toBeVisible();
    // There is no less than one.
    await press(user, 'One less: Stoneware mug');
    await user.tab();
    expect(screen.getByText(notEnough)).toBeVisible();
  });

  it('stays while the API asks to wait, whatever is in the cart', async () => {
    const user = await refused(1, () => answer('problem-rate-limited', { 'retry-after': '600' }));
    const wait = { name: /^Try again in \d+ s$/ };
    expect(await screen.findByRole('button', wait)).toHaveAttribute('aria-disabled', 'true');
    await press(user, 'One more: Stoneware mug');
    await user.tab();
    expect(screen.getByRole('button', wait)).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText(/a lot of tries in a short time/)).toBeVisible();
  });

  it('comes, although the cart was changed while its request ran', async () => {
    const held = heldAnswer(() => answer('problem-stripe-unavailable'));
    storeCart({ priceId: 'price_Example1', quantity: 1 });
    apiServer.use(on.checkout(held.resolver));
    const { user } = openShop('/cart');
    await isPriced();
    await press(user, 'Checkout');
    await screen.findByRole('button', { name: 'Taking you to payment…' });
    await press(user, 'One more: Stoneware mug');
    held.release();
    expect(await screen.findByText(/payment provider isn’t answering/)).toBeVisible();
  });
});
