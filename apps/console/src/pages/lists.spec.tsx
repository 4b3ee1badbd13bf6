import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { answerFromExamples } from '../dev/answer-from-examples';
import { AuditPage } from './audit-page';
import { DeliveriesPage } from './deliveries-page';
import { ShipmentsPage } from './shipments-page';
import { WithdrawalsPage } from './withdrawals-page';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });
answerFromExamples();

/** Shows a page as `npm run dev:console` does. @returns the text of each of its rows */
async function open(page: ReactNode, role: 'listitem' | 'row'): Promise<string[]> {
  render(<QueryClientProvider client={new QueryClient()}>{page}</QueryClientProvider>);
  const rows = await screen.findAllByRole(role);
  return rows.map(({ textContent }) => textContent ?? '');
}

describe('the lists of the console, from the examples', () => {
  afterEach(cleanup);

  it('say what has become of each step, and when it is tried again', async () => {
    const [failing, sent, refused, moot] = await open(<DeliveriesPage canAct />, 'listitem');
    expect(failing).toMatch(
      /shipped mail to the shopper R7K3-M9QX not told yet, 8 attempts, last answer: ECONNREFUSED, next try/,
    );
    expect(failing).toContain('Try now');
    expect(sent).toMatch(/confirmation mail to the shopper R7K3-M9QX sentSend again/);
    expect(refused).toMatch(/to the shop's system T4PX-8W2N undeliverable, last answer: 404/);
    expect(moot).toMatch(/not needed, no longer true when its turn came$/);
  });

  it('let a viewer act on nothing, and show no name', async () => {
    await open(<DeliveriesPage canAct={false} />, 'listitem');
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    const withdrawals = await open(<WithdrawalsPage canAct={false} />, 'listitem');
    expect(withdrawals.join()).not.toMatch(/name|e-mail|reason/);
  });

  it('say of a withdrawal whether it is in time, and what to do where no order is known', async () => {
    const [known, unknown] = await open(<WithdrawalsPage canAct />, 'listitem');
    expect(known).toMatch(/in time, it ends 9 Dec 2026/);
    expect(known).toContain('the blue mug');
    expect(unknown).toContain('no order has the number MUG OF LAST WEEK');
    expect(unknown).toContain('the whole order');
    expect(unknown).toContain('acknowledgement refused for good: send it another way (550)');
    expect(
      screen
        .getAllByRole('link', { name: 'Orders of this address' })
        .map((link) => link.getAttribute('href')),
    ).toContain('/orders?q=taro%40example.com');
  });

  it('name what an action was about beside an order, and lead to an event', async () => {
    const rows = await open(<AuditPage />, 'listitem');
    expect(rows[1]).toMatch(/anna replayEvent\s+evt_1Qx0000000000000000000ab/);
    expect(rows[4]).toMatch(/anna resendOrder R7K3-M9QX confirmation_mail/);
    const link = screen.getByRole('link', { name: 'evt_1Qx0000000000000000000ab' });
    expect(link.getAttribute('href')).toBe('/events/evt_1Qx0000000000000000000ab');
  });

  it('lead from a parcel to its order and to its carrier, and keep what is chosen in the address', async () => {
    const rows = await open(<ShipmentsPage />, 'row');
    expect(rows[1]).toMatch(/R7K3-M9QXon the wayDHL 003404341610940425573/);
    const [, first] = screen.getAllByRole('row');
    const links = within(first as HTMLElement).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/orders/R7K3-M9QX',
      expect.stringContaining('https://www.dhl.com/'),
    ]);
    fireEvent.click(screen.getByRole('link', { name: 'lost' }));
    expect(window.location.search).toBe('?status=lost');
    const chosen = await screen.findByRole('link', { name: 'lost', current: 'page' });
    fireEvent.click(within(chosen.parentElement as HTMLElement).getByRole('link', { name: 'all' }));
    expect(window.location.search).toBe('');
  });
});
