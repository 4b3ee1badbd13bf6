import { afterEach } from '@jest/globals';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../src/api-client/query-client';
import { App } from '../src/app/app';
import { Leave } from '../src/app/leave';
import { CART_KEY } from '../src/features/cart/cart-store';

/** Opens the shop at an address. `left` records the addresses of other sites that the shop would open. */
export function openShop(address: string) {
  const left: string[] = [];
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const view = render(
    <Leave value={(url) => void left.push(url)}>
      <MemoryRouter initialEntries={[address]}>
        <App queryClient={queryClient} />
      </MemoryRouter>
    </Leave>,
  );
  clients.push(queryClient);
  return { ...view, left, user: userEvent.setup() };
}

type StoredLine = { priceId: string; quantity: number; name?: string; held?: boolean };

/** Puts a cart into the browser before the shop is opened. */
export function storeCart(...lines: StoredLine[]) {
  const whole = lines.map((line) => ({ name: line.priceId, imageUrl: null, ...line }));
  window.localStorage.setItem(CART_KEY, JSON.stringify({ lines: whole, attempt: null }));
}

/** The cart in the browser's storage. */
export function storedCart() {
  return JSON.parse(window.localStorage.getItem(CART_KEY) ?? 'null') as {
    lines: { priceId: string; quantity: number }[];
    attempt: { idempotencyKey: string; orderNumber: string | null } | null;
  } | null;
}

// jsdom has no layout to scroll.
window.scrollTo = () => undefined;

const clients: ReturnType<typeof createQueryClient>[] = [];

afterEach(() => {
  // A query that waits for its next poll would keep the process running.
  for (const client of clients.splice(0)) client.clear();
  window.localStorage.clear();
  window.earlyAnswer = undefined;
});
