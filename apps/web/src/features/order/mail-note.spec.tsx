import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { ADDRESS, answerOrders, changed } from '../../../testing/orders';
import { openShop } from '../../../testing/render-shop';
import { shopConfig } from '../../config/shop-config';

const to = 'jenny.rosen@example.com';
const sentAt = '2026-11-24T12:00:00.000Z';
const resend = { correctableUntil: new Date(Date.now() + 30 * 60_000).toISOString() };

function show(mail: object | null, change: object = {}) {
  answerOrders(changed('confirmation-confirmed-full', { mail, ...change }));
  openShop(ADDRESS);
  return screen.findByText('Order details');
}
afterEach(() => void jest.restoreAllMocks());

/** Each kind of e-mail by what the API calls it; `order_shipped` is newer than the page. */
const ABOUT = [
  [
    'order_confirmed',
    'We e-mailed your confirmation',
    'your confirmation',
    'with your confirmation',
  ],
  [
    'payment_failed',
    'We e-mailed you about your payment',
    'an e-mail about your payment',
    'about your payment',
  ],
  [
    'refund_pending',
    'We e-mailed you about your refund',
    'an e-mail about your refund',
    'about your refund',
  ],
  [
    'refund_succeeded',
    'We e-mailed you about your refund',
    'an e-mail about your refund',
    'about your refund',
  ],
  [
    'order_shipped',
    'We e-mailed you about your order',
    'an e-mail about your order',
    'about your order',
  ],
] as const;

describe.each(ABOUT)('the last e-mail, about %s', (about, sent, sending, lost) => {
  it('is told with its day and address when it has been sent', async () => {
    await show({ about, status: 'sent', sentAt, to });
    expect(screen.getByText(`${sent} on November 24, 2026 to ${to}.`)).toBeVisible();
  });

  it('is told as being sent until then', async () => {
    await show({ about, status: 'pending', sentAt: null, to });
    expect(screen.getByText(`We’re sending ${sending} to ${to}.`)).toBeVisible();
    expect(screen.queryByText(/We e-mailed/)).toBeNull();
  });

  it('that did not arrive leads to the form that corrects the address', async () => {
    await show({ about, status: 'undeliverable', sentAt: null, to }, { resend });
    expect(
      screen.getByText(new RegExp(`^Our e-mail ${lost} did not arrive at ${to}\\.`)),
    ).toHaveTextContent(/Please correct the address below; we’ll send it again\.$/);
    expect(screen.getByRole('textbox', { name: 'E-mail address' })).toBeVisible();
    expect(screen.getByText(/You can correct the address once, until:/)).toBeVisible();
  });

  it('that did not arrive says whom to ask when the address can no longer be corrected here', async () => {
    jest.replaceProperty(shopConfig.shop, 'support', { email: 'help@shop.example' });
    await show(
      { about, status: 'undeliverable', sentAt: null, to },
      { resend: { correctableUntil: null } },
    );
    expect(screen.getByText(/you can have it sent again below/)).toBeVisible();
    const asked = screen.getByText(/please write to us and quote the order number/);
    expect(within(asked).getByRole('link', { name: 'help@shop.example' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send the last e-mail again' })).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('that did not arrive promises no sending again where there is none', async () => {
    jest.replaceProperty(shopConfig.shop, 'support', { email: 'help@shop.example' });
    await show({ about, status: 'undeliverable', sentAt: null, to }, { resend: null });
    const asked = screen.getByText(/please write to us and quote the order number/);
    expect(within(asked).getByRole('link', { name: 'help@shop.example' })).toBeVisible();
    expect(screen.queryByText(/below/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Send the last e-mail again' })).toBeNull();
  });
});

describe('the page', () => {
  it('says nothing of e-mails before one is due', async () => {
    await show(null, { resend: null });
    expect(screen.queryByText(/e-mailed|sending|did not arrive/)).toBeNull();
  });

  it('does not name the corrected address for what went to the earlier one', async () => {
    await show({ about: 'order_confirmed', status: 'sent', sentAt, to: null }, { resend: null });
    expect(screen.getByText(/went to your earlier address/)).toBeVisible();
    expect(screen.queryByText(/We e-mailed/)).toBeNull();
  });

  it('promises a stranger no e-mail', async () => {
    answerOrders('confirmation-confirmed-masked');
    openShop(ADDRESS);
    await screen.findByText('Order details');
    expect(screen.queryByText(/e-mailed|sending/)).toBeNull();
  });
});
