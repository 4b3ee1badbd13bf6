import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Confirmation, OrderRefund } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import { screen, within } from '@testing-library/react';
import { shopConfig } from '../../config/shop-config';
import { ADDRESS, answerOrders, changed, heading } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';

const amounts: Confirmation['amounts'] = examples['confirmation-confirmed-full'].amounts;

const refund = (change: Partial<OrderRefund> = {}): OrderRefund => ({
  amountMinor: 1000,
  status: 'succeeded',
  presentment: null,
  createdAt: '2026-11-24T12:00:00.000Z',
  ...change,
});
const inEuro = { amountMinor: 900, currency: 'eur' };

/** The amount beside a label of the summary, e.g. "Total". */
const amountOf = (label: string | RegExp) =>
  within(screen.getByRole('region', { name: 'What you ordered' })).getByText(label, {
    selector: 'dt',
  }).nextElementSibling!;
const refunds = async () =>
  within(await screen.findByRole('list', { name: 'Refunds' })).getAllByRole('listitem');

afterEach(() => void jest.restoreAllMocks());

describe('refunds', () => {
  it('are listed with what became of each and when it was made', async () => {
    answerOrders(
      changed('confirmation-refund-requires-action-full', {
        refunds: [
          refund(),
          refund({ status: 'pending', amountMinor: 200 }),
          refund({ status: 'requires_action', amountMinor: 300 }),
          refund({ status: 'failed', amountMinor: 400 }),
        ],
        amounts: { ...amounts, refundedMinor: 1000 },
      }),
    );
    openShop(ADDRESS);
    expect(await heading('Your refund of $3.00 needs your bank details')).toBeVisible();
    expect((await refunds()).map((item) => item.textContent)).toEqual([
      'Refunded November 24, 2026$10.00',
      'Refund on its way November 24, 2026$2.00',
      'Refund waits for bank details November 24, 2026$3.00',
      'Refund failed November 24, 2026$4.00',
    ]);
    expect(amountOf('Refunded')).toHaveTextContent('−$10.00');
  });

  it.each([
    ['confirmation-refund-pending-full', 'pending', 'Your refund of €9.00 is on its way'],
    [
      'confirmation-refund-requires-action-masked',
      'requires_action',
      'Your refund of €9.00 needs your bank details',
    ],
    ['confirmation-refund-failed-full', 'failed', 'Your refund of €9.00 didn’t reach you'],
  ] as const)('are told in the shopper’s own currency first: %s', async (example, status, said) => {
    answerOrders(changed(example, { refunds: [refund({ status, presentment: inEuro })] }));
    openShop(ADDRESS);
    expect(await heading(said)).toBeVisible();
    expect((await refunds())[0]).toHaveTextContent('€9.00 ($10.00)');
  });

  it.each([
    ['confirmation-partially-refunded-full', '€9.00 of it has been refunded'],
    ['confirmation-refunded-full', 'We have sent €9.00 back to you'],
  ] as const)('that arrived are told by their sum: %s', async (example, said) => {
    answerOrders(
      changed(example, {
        refunds: [refund({ presentment: inEuro })],
        amounts: { ...amounts, refundedMinor: 1000 },
      }),
    );
    openShop(ADDRESS);
    expect(await screen.findByText(new RegExp(said))).toBeVisible();
    expect(amountOf('Refunded')).toHaveTextContent('−€9.00 (−$10.00)');
  });

  it('say whom to ask when one failed', async () => {
    const support = { email: 'help@shop.example', url: 'https://shop.example/contact' };
    jest.replaceProperty(shopConfig, 'shop', { ...shopConfig.shop, support });
    answerOrders('confirmation-refund-failed-full');
    openShop(ADDRESS);
    expect(await screen.findByText(/write to us and quote the order number/)).toBeVisible();
    const links = ['help@shop.example', 'shop.example'].map((name) =>
      within(screen.getByRole('main')).getByRole('link', { name }).getAttribute('href'),
    );
    expect(links).toEqual(['mailto:help@shop.example', 'https://shop.example/contact']);
  });
});

describe('a dispute', () => {
  it.each(['confirmation-disputed-full', 'confirmation-dispute-lost-masked'] as const)(
    'stands beside a refund: %s',
    async (example) => {
      answerOrders(changed(example, { refunds: [refund()] }));
      openShop(ADDRESS);
      expect(await refunds()).toHaveLength(1);
      expect(screen.getByText(/write to us and quote the order number/)).toBeVisible();
    },
  );

  it('is told beside another state', async () => {
    answerOrders(changed('confirmation-under-review-full', { dispute: 'open' }));
    openShop(ADDRESS);
    expect(await heading('A person is looking at your order')).toBeVisible();
    expect(screen.getByText('The payment of your order is being disputed')).toBeVisible();
  });

  it('that is only an inquiry changes nothing', async () => {
    answerOrders(changed('confirmation-confirmed-full', { dispute: null }));
    openShop(ADDRESS);
    expect(await heading(/^Thanks/)).toBeVisible();
    expect(screen.queryByText(/disputed/)).toBeNull();
  });

  it('that was lost promises nothing', async () => {
    answerOrders('confirmation-dispute-lost-full');
    openShop(ADDRESS);
    expect(await screen.findByText(/nothing more will be sent/)).toBeVisible();
    expect(screen.queryByText('Preparing')).toBeNull();
  });
});

describe('the amounts', () => {
  const show = async (change: Partial<Confirmation['amounts']>) => {
    answerOrders(changed('confirmation-confirmed-full', { amounts: { ...amounts, ...change } }));
    openShop(ADDRESS);
    await heading(/^Thanks/);
  };

  it('begin with what was charged in the shopper’s own currency', async () => {
    await show({ totalMinor: 6600, presentment: { amountMinor: 10123, currency: 'jpy' } });
    expect(amountOf('You were charged')).toHaveTextContent('¥10,123');
    const total = amountOf('Order total');
    expect(total).toHaveTextContent('$66.00');
    expect(screen.getByText('¥10,123').compareDocumentPosition(total)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('name the tax that the prices include, and add none', async () => {
    await show({ taxMinor: 190, taxIncludedMinor: 190 });
    expect(amountOf(/^Total/)).toHaveTextContent('$64.40');
    expect(screen.getByText('incl. $1.90 tax')).toBeVisible();
    expect(screen.queryByText('Tax', { selector: 'dt' })).toBeNull();
  });

  it('add the tax that the prices do not include', async () => {
    await show({ taxMinor: 490, taxIncludedMinor: 190 });
    expect(amountOf('Tax')).toHaveTextContent('$3.00');
    expect(screen.getByText('incl. $1.90 tax')).toBeVisible();
  });

  it.each(['open', 'expired', 'payment-failed'] as const)(
    'of an order that nobody paid are not told as charged: %s',
    async (state) => {
      answerOrders(`confirmation-${state}-full`);
      openShop(ADDRESS);
      await screen.findByText('R7K3-M9QX');
      expect(amountOf('Total, not charged')).toHaveTextContent(/^\$\d/);
      expect(screen.queryByText('You were charged')).toBeNull();
    },
  );
});
