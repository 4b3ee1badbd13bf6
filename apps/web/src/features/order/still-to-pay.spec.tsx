import { describe, expect, it } from '@jest/globals';
import { examples } from '@shop/contract/examples';
import { screen } from '@testing-library/react';
import { ADDRESS, answerOrders, changed, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';

/** The value below a label, e.g. "Left to pay". */
const factOf = async (label: string) => (await screen.findByText(label)).nextElementSibling!;

/** One second before the midnight that ends a day, in the zone of the specs. */
function endOfDay(days: number): string {
  const day = new Date();
  return new Date(
    day.getFullYear(),
    day.getMonth(),
    day.getDate() + days,
    23,
    59,
    59,
  ).toISOString();
}

const voucherUntil = (expiresAt: string) =>
  changed('confirmation-awaiting-voucher-full', {
    voucher: { number: '09012345678', amountMinor: 10100, expiresAt },
  });

describe('an order that is still to be paid', () => {
  it('shows the number, amount and deadline of a voucher', async () => {
    answerOrders(voucherUntil(endOfDay(3)));
    openShop(ADDRESS);
    expect(await factOf('Left to pay')).toHaveTextContent('¥10,100');
    expect(await factOf('Voucher number')).toHaveTextContent('09012345678');
    const payBy = await factOf('Pay by');
    const deadline = payBy.querySelector('time');
    expect(deadline).toHaveAttribute('datetime', endOfDay(3));
    // With the shopper's zone: UTC, GMT+1 or PST.
    expect(deadline).toHaveTextContent(/^\w+ \d+, \d{4} at 11:59 PM [A-Z]{3,}/);
    expect(payBy).toHaveTextContent(/in 3 days$/);
  });

  it.each([
    [0, /today$/],
    [1, /tomorrow$/],
  ])('counts the days to its deadline by the calendar: %s', async (days, said) => {
    answerOrders(voucherUntil(endOfDay(days)));
    openShop(ADDRESS);
    expect(await factOf('Pay by')).toHaveTextContent(said);
    expect(await heading('One step left: pay your voucher')).toBeVisible();
  });

  it('does not ask to pay a voucher whose time is over', async () => {
    answerOrders(voucherUntil('2026-11-26T14:59:59.000Z'));
    openShop(ADDRESS);
    expect(await heading('The time to pay your voucher is over')).toBeVisible();
    expect(await factOf('Pay by')).toHaveTextContent(/This time is over\.$/);
    expect(screen.queryByText(/before it expires/)).toBeNull();
  });

  it('shows what is left of a bank transfer, and its reference', async () => {
    answerOrders('confirmation-awaiting-bank-transfer-full');
    openShop(ADDRESS);
    expect(await factOf('Left to pay')).toHaveTextContent('€44.40');
    expect(await factOf('Reference')).toHaveTextContent('ZK7M2Q9XWJ4T');
    expect(screen.getByText(/in parts/)).toBeVisible();
    expect(screen.getByText('Bank transfer')).toBeVisible();
  });

  it('shows the day on which test deposits arrive', async () => {
    answerOrders('confirmation-awaiting-microdeposits-full');
    openShop(ADDRESS);
    const day = (await factOf('Test deposits arrive')).querySelector('time');
    expect(day).toHaveAttribute('datetime', '2026-11-25T08:00:00.000Z');
    expect(day).toHaveTextContent(/^November 2\d, 2026$/);
  });

  it.each([
    ['awaiting-voucher', { voucher: null, voucherUrl: null }],
    ['awaiting-bank-transfer', { bankTransfer: null }],
    ['awaiting-microdeposits', { verificationUrl: null, arrivalDate: null }],
  ] as const)(
    'shows no empty facts and no link where nothing is known: %s',
    async (state, none) => {
      answerOrders(changed(`confirmation-${state}-full`, none));
      openShop(ADDRESS);
      await heading(/^One step left/);
      for (const name of ['Left to pay', 'Reference', 'Test deposits arrive']) {
        expect(screen.queryByText(name)).toBeNull();
      }
      expect(screen.queryByRole('link', { name: /Open the|Confirm the/ })).toBeNull();
    },
  );

  it.each(['awaiting-voucher', 'awaiting-bank-transfer', 'awaiting-microdeposits'] as const)(
    'tells a stranger only where the buyer can pay: %s',
    async (state) => {
      answerOrders(`confirmation-${state}-masked`);
      openShop(ADDRESS);
      expect(await screen.findByText(/in the browser you ordered in/)).toBeVisible();
      expect(screen.queryByText('Left to pay')).toBeNull();
      expect(screen.queryByText(/e-mail we sent/)).toBeNull();
    },
  );

  it('changes by itself as the transfer comes in', async () => {
    const { bankTransfer } = examples['confirmation-awaiting-bank-transfer-full'];
    answerOrders(
      'confirmation-awaiting-bank-transfer-full',
      changed('confirmation-awaiting-bank-transfer-full', {
        bankTransfer: { ...bankTransfer, amountRemainingMinor: 1000 },
      }),
      'confirmation-confirmed-full',
    );
    openShop(ADDRESS);
    expect(await screen.findByText('€44.40')).toBeVisible();
    expect(screen.getByText(/This page changes by itself/)).toBeVisible();
    expect(await screen.findByText('€10.00')).toBeVisible();
    expect(await heading('Thanks for your order, Jenny Rosen!')).toBeVisible();
    const announced = { selector: '[role=status]' };
    expect(screen.getByText('Thanks for your order, Jenny Rosen!', announced)).toBeInTheDocument();
  });
});

describe('an order that waits for somebody else', () => {
  it.each([
    ['payment-review', /if all is well, we’ll e-mail you the confirmation.*please don’t pay again/],
    ['under-review', /nothing you need to do. Please don’t pay again/],
    ['checking', /This takes longer than usual. Please don’t pay again/],
  ] as const)('asks nothing of the shopper but not to pay again: %s', async (state, lead) => {
    answerOrders(`confirmation-${state}-full`);
    openShop(ADDRESS);
    expect(await screen.findByText(lead)).toBeVisible();
    expect(screen.getByText(/This page changes by itself/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Keep shopping' })).toBeVisible();
  });
});
