import { describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@shop/contract';
import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { answer, apiServer, on } from '../../../testing/api-server';
import { ADDRESS, answerOrders, exampleOf, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { exampleOrder } from '../../dev/mock-api/example';
import type { VariantName } from '../../dev/mock-api/variants';
import { languages } from '../../locale/languages';
import { changeWords } from './change-words';

type State = Confirmation['state'];
const order =
  (variant: VariantName, state: State = 'confirmed', view: 'full' | 'masked' = 'full') =>
  () =>
    HttpResponse.json(exampleOrder(state, view, variant));
/** The same, charged in euro. */
const inEuro =
  (variant: VariantName, state: State = 'confirmed') =>
  () => {
    const shown = exampleOrder(state, 'full', variant);
    const presentment = { amountMinor: 5796, currency: 'eur' };
    return HttpResponse.json({ ...shown, amounts: { ...shown.amounts, presentment } });
  };
const taken = () => new HttpResponse(null, { status: 204 });

function open(...orders: (() => Response)[]) {
  answerOrders(...orders);
  return openShop(ADDRESS);
}
const button = (name: string) => screen.findByRole('button', { name });
const part = (name: string) => screen.findByRole('heading', { level: 2, name });

describe('cancelling an order on its page', () => {
  it('says first what will happen, can be left, and then says what has happened', async () => {
    const { user } = open(order('cancellable'), order('cancelled'));
    const sent: unknown[] = [];
    apiServer.use(
      on.cancellation(async ({ request }) => {
        sent.push(await request.json());
        return taken();
      }),
    );
    await user.click(await button('Cancel this order'));
    expect(screen.getByText(/^The whole order is cancelled/)).toHaveFocus();
    expect(screen.getByText(/You get \$64\.40 back/)).toBeVisible();
    await user.click(await button('Keep the order'));
    expect(await button('Cancel this order')).toHaveFocus();
    expect(sent).toEqual([]);
    await user.keyboard('{Enter}');
    await user.click(await button('Yes, cancel the order'));
    expect(await heading('Your order is cancelled')).toHaveFocus();
    expect(sent).toEqual([{ sessionId: 'cs_test_a1b2c3' }]);
    expect(screen.getByText(/refund of \$64\.40 is being made and isn’t confirmed/)).toBeVisible();
    expect(screen.queryByText(/^Thanks/)).toBeNull();
  });

  it('is told although the first look at the order after it fails', async () => {
    const { user } = open(order('cancellable'), () => HttpResponse.error(), order('cancelled'));
    apiServer.use(on.cancellation(taken));
    await user.click(await button('Cancel this order'));
    await user.click(await button('Yes, cancel the order'));
    expect(await screen.findByText(/We can’t get any news.*we keep trying/)).toBeVisible();
    expect(await heading('Your order is cancelled')).toBeVisible();
  });

  it('names all the money in the currency that was charged', async () => {
    const { user } = open(inEuro('cancellable'), inEuro('cancelled'));
    apiServer.use(on.cancellation(taken));
    await user.click(await button('Cancel this order'));
    expect(screen.getByText(/You get €57\.96 back/)).toBeVisible();
    await user.click(await button('Yes, cancel the order'));
    await heading('Your order is cancelled');
    expect(screen.getByText(/refund of €57\.96 is being made and isn’t confirmed/)).toBeVisible();
  });

  it('names what is left in the order’s currency where a part has gone back', async () => {
    const { user } = open(inEuro('cancellable', 'partially_refunded'));
    await user.click(await button('Cancel this order'));
    expect(screen.getByText(/You get \$46\.40 back/)).toBeVisible();
  });

  it.each([
    ['problem-changes-too-late', /can no longer be changed or cancelled here/],
    ['problem-order-not-changeable', /can’t be changed here at the moment/],
    ['problem-payment-still-processing', /can’t be cancelled now/],
    ['problem-full-view-required', /reload this page first/],
  ] as const)('that the shop refuses (%s) says why', async (problem, why) => {
    const { user } = open(order('cancellable'));
    apiServer.use(on.cancellation(() => answer(problem)));
    await user.click(await button('Cancel this order'));
    await user.click(await button('Yes, cancel the order'));
    expect(await screen.findByText(why)).toBeVisible();
  });

  it.each([
    ['cancelled', 'expired', /nothing to pay back/],
    ['cancelled', 'refunded', /We have sent \$64\.40 back to you/],
    ['cancelled', 'refund_pending', /Your refund of .* is on its way/],
    ['cancelled', 'disputed', /is being disputed/],
    ['cancelled-not-refunded', 'refund_failed', /couldn’t be made yet/],
  ] as const)('is told with its money: %s, %s', async (variant, state, words) => {
    open(order(variant, state));
    await heading('Your order is cancelled');
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.queryByText('Preparing')).toBeNull();
  });

  it('after its time names whom to write to, and while a debit is under way says so', async () => {
    const late = open(order('too-late-to-cancel'));
    const over = await screen.findByText(/can no longer be changed or cancelled here/);
    expect(within(over).getByRole('link')).toHaveAttribute('href', 'mailto:help@shop.example');
    expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
    late.unmount();
    open(order('cancellable', 'processing'));
    expect(await screen.findByText(/can’t be cancelled now/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
  });

  it('is not promised where only the address can be corrected', async () => {
    const shown = exampleOrder('confirmed', 'full', 'cancellable');
    const cancellable = open(() => HttpResponse.json(shown));
    expect(await part('Change or cancel this order')).toBeVisible();
    cancellable.unmount();
    open(() => HttpResponse.json({ ...shown, cancellableUntil: null }));
    expect(await part('Change this order')).toBeVisible();
    expect(screen.getByText('Correct the shipping address')).toBeVisible();
    expect(screen.queryByText(/cancel/i)).toBeNull();
  });

  it('is offered to nobody who sees the order masked', async () => {
    answerOrders(exampleOf('confirmed', 'masked'), order('cancellable', 'confirmed', 'masked'));
    openShop(ADDRESS);
    await heading(/^Thanks/);
    expect(screen.queryByRole('button', { name: 'Cancel this order' })).toBeNull();
  });
});

describe('correcting the shipping address on the page', () => {
  it('sends what was typed with the country as it is, and shows that it is taken', async () => {
    const { user } = open(order('cancellable'), order('address-corrected'));
    const sent: unknown[] = [];
    apiServer.use(
      on.deliveryAddress(async ({ request }) => {
        sent.push(await request.json());
        return taken();
      }),
    );
    await user.click(await screen.findByText('Correct the shipping address'));
    const line1 = screen.getByRole('textbox', { name: 'Street and number' });
    await user.clear(line1);
    await user.type(line1, '12 Corrected Road');
    await user.click(screen.getByRole('button', { name: 'Save the address' }));
    expect(await screen.findByText('We send your order to the corrected address.')).toBeVisible();
    expect(sent).toMatchObject([
      { address: { line1: '12 Corrected Road', line2: null, state: 'CA', country: 'US' } },
    ]);
    expect(screen.getByText('12 Corrected Road')).toBeVisible();
  });

  it('that the shop cannot take says why', async () => {
    const { user } = open(order('cancellable'));
    apiServer.use(on.deliveryAddress(() => answer('problem-region-not-changeable')));
    await user.click(await screen.findByText('Correct the shipping address'));
    await user.click(screen.getByRole('button', { name: 'Save the address' }));
    expect(await screen.findByText(/shipping or tax depends on it/)).toBeVisible();
  });

  it('has words of its own in every language', () => {
    const all = Object.keys(languages).map((one) =>
      JSON.stringify(
        Object.values(changeWords[one as keyof typeof languages]).filter(
          (word) => typeof word === 'string',
        ),
      ),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
