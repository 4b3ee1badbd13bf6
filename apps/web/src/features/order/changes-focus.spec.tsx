import { describe, expect, it } from '@jest/globals';
import type { FullConfirmation } from '@shop/contract';
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { ADDRESS, answerOrders } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { comeBack } from '../../../testing/tab';
import { exampleOrder } from '../../dev/mock-api/example';
import type { VariantName } from '../../dev/mock-api/variants';

const order =
  (variant: VariantName, change: Partial<FullConfirmation> = {}) =>
  () =>
    HttpResponse.json({ ...exampleOrder('confirmed', 'full', variant), ...change });
const saved = () => screen.findByText('We send your order to the corrected address.');

async function save(user: ReturnType<typeof openShop>['user']) {
  await user.click(await screen.findByText('Correct the shipping address'));
  await user.click(screen.getByRole('button', { name: 'Save the address' }));
}
const takeAddress = () =>
  apiServer.use(on.deliveryAddress(() => new HttpResponse(null, { status: 204 })));

describe('a corrected address', () => {
  it('is announced in a place that was there before, which takes the focus', async () => {
    answerOrders(order('cancellable'), order('address-corrected'));
    takeAddress();
    const { user } = openShop(ADDRESS);
    await screen.findByText('Correct the shipping address');
    const places = screen.getAllByRole('status');
    await save(user);
    const place = (await saved()).closest('[role=status]');
    expect(places).toContain(place);
    await waitFor(() => expect(place).toHaveFocus());
  });

  it('is announced again when it is corrected again', async () => {
    const again = { addressCorrectedAt: '2026-11-23T14:08:00.000Z' };
    answerOrders(order('address-corrected'), order('address-corrected', again));
    takeAddress();
    const { user } = openShop(ADDRESS);
    const place = (await saved()).closest('[role=status]');
    expect(place).not.toHaveFocus();
    await save(user);
    await waitFor(() => expect(place).toHaveFocus());
  });

  it('that somebody else has corrected takes no focus', async () => {
    answerOrders(order('cancellable'), order('address-corrected'));
    openShop(ADDRESS);
    const cancel = await screen.findByRole('button', { name: 'Cancel this order' });
    cancel.focus();
    const isCorrected = () => {
      comeBack();
      expect(screen.getByText('12 Corrected Road')).toBeVisible();
    };
    await waitFor(isCorrected, { timeout: 5000 });
    expect(cancel).toHaveFocus();
  });
});

describe('an address that is refused', () => {
  it.each([
    ['problem-invalid-request', 'postalCode', 'Postal code', /missing or can’t be read/],
    ['problem-region-not-changeable', 'state', 'State or region', /shipping or tax depends on it/],
  ] as const)('says at the part why: %s, %s', async (problem, part, name, why) => {
    answerOrders(order('cancellable'));
    const errors = [{ path: `address.${part}`, message: 'is needed in that country' }];
    apiServer.use(on.deliveryAddress(() => answer(problem, {}, { errors })));
    const { user } = openShop(ADDRESS);
    await screen.findByText('Correct the shipping address');
    const field = screen.getByRole('textbox', { name });
    expect(field).toBeValid();
    await save(user);
    expect(await screen.findByText(why)).toBeVisible();
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(why);
    expect(screen.getByRole('textbox', { name: 'City' })).toBeValid();
  });

  it('marks no part where none is at fault', async () => {
    answerOrders(order('cancellable'));
    apiServer.use(on.deliveryAddress(() => answer('problem-order-not-changeable')));
    const { user } = openShop(ADDRESS);
    await save(user);
    expect(await screen.findByText(/can’t be changed here at the moment/)).toBeVisible();
    for (const name of ['Name', 'Postal code', 'City'])
      expect(screen.getByRole('textbox', { name })).toBeValid();
  });
});
