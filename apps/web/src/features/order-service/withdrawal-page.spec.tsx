import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { answer, apiServer, on } from '../../../testing/api-server';
import { heldAnswer } from '../../../testing/held-answer';
import { openShop } from '../../../testing/render-shop';
import { shopConfig } from '../../config/shop-config';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const field = (name: string) => screen.getByRole('textbox', { name });

/** Fills in what is required, at an address that may name the order. */
async function fillIn(address = '/order/withdraw?order=R7K3-M9QX') {
  const { user } = openShop(address);
  await heading('Withdraw from contract');
  await user.type(field('Your name'), 'Jenny Rosen');
  await user.type(field('E-mail address'), 'jenny@example.org');
  return user;
}

describe('the page that declares a withdrawal', () => {
  const { withdrawal } = shopConfig.shop;
  afterEach(() => {
    shopConfig.shop.withdrawal = withdrawal;
  });

  it('shows what will be declared, and sends it once it is confirmed', async () => {
    const sent: unknown[] = [];
    apiServer.use(
      on.withdrawals(async ({ request }) => {
        sent.push(await request.json());
        return answer('withdrawal-received');
      }),
    );
    const user = await fillIn();
    expect(field('Order number')).toHaveValue('R7K3-M9QX');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await heading('Please check your withdrawal')).toHaveFocus();
    expect(screen.getByText('The whole order')).toBeVisible();
    expect(sent).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Confirm withdrawal' }));
    expect(await heading('We have received your withdrawal')).toHaveFocus();
    expect(sent).toEqual([
      {
        name: 'Jenny Rosen',
        orderNumber: 'R7K3-M9QX',
        email: 'jenny@example.org',
        locale: expect.stringMatching(/^en/),
      },
    ]);
    expect(screen.getByText('W-R7K3-M9QX')).toBeVisible();
    // With its second.
    expect(screen.getByText(/November 24, 2026.*\d:\d\d:00/)).toBeVisible();
    expect(screen.getByText(/on its way to jenny@example\.org/)).toBeVisible();
  });

  it('sends the items and the reason, and keeps them when something is changed', async () => {
    const sent: unknown[] = [];
    apiServer.use(
      on.withdrawals(async ({ request }) => {
        sent.push(await request.json());
        return answer('withdrawal-received');
      }),
    );
    const user = await fillIn();
    await user.click(screen.getByRole('radio', { name: 'Only some items' }));
    await user.type(field('Which items'), 'The mug');
    await user.type(field('Reason (optional)'), 'Too small');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Change something' }));
    expect(await heading('Withdraw from contract')).toHaveFocus();
    expect(field('Which items')).toHaveValue('The mug');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Confirm withdrawal' }));
    await heading('We have received your withdrawal');
    expect(sent).toEqual([expect.objectContaining({ items: 'The mug', reason: 'Too small' })]);
  });

  it('can no longer be changed once it is sent', async () => {
    const held = heldAnswer(() => answer('withdrawal-received'));
    apiServer.use(on.withdrawals(held.resolver));
    const user = await fillIn();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Confirm withdrawal' }));
    const back = screen.getByRole('button', { name: 'Change something' });
    await waitFor(() => expect(back).toHaveAttribute('aria-disabled', 'true'));
    await user.click(back);
    expect(back).toBeVisible();
    held.release();
    await heading('We have received your withdrawal');
  });

  it('says why it was not taken, and lets it be confirmed again', async () => {
    apiServer.use(on.withdrawals(() => answer('problem-service-unavailable')));
    const user = await fillIn();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Confirm withdrawal' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('having a short break');
    apiServer.resetHandlers();
    await user.click(screen.getByRole('button', { name: 'Confirm withdrawal' }));
    await heading('We have received your withdrawal');
  });

  it('keeps what was typed when the language changes', async () => {
    const user = await fillIn();
    await user.click(screen.getByRole('button', { name: 'Deutsch' }));
    await heading('Vertrag widerrufen');
    expect(field('Ihr Name')).toHaveValue('Jenny Rosen');
    await user.click(screen.getByRole('button', { name: 'English' }));
    await heading('Withdraw from contract');
  });

  it('is named at the end of each page with the words of the law, where the shop offers it', async () => {
    openShop('/cart');
    const link = await screen.findByRole('link', { name: 'Withdraw from contract here' });
    expect(link).toHaveAttribute('href', '/order/withdraw');
  });

  it('says whom to write to where the shop offers none', async () => {
    shopConfig.shop.withdrawal = { offer: 'off', days: 14 };
    openShop('/order/withdraw');
    expect(await screen.findByText(/takes no withdrawals on this page/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Withdraw from contract here' })).toBeNull();
  });
});
