import { afterEach, beforeAll } from '@jest/globals';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { createQueryClient } from '../src/api-client/query-client';
import { App } from '../src/app/app';
import { loadAllPages } from '../src/app/pages';
import { Leave } from '../src/ui/leave';
import { CART_KEY } from '../src/features/cart/cart-store';

/**
 * Opens the shop at an address, with what has been read already, if anything has. `left` records the addresses of other
 * sites that the shop would open.
 */
export function openShop(address: string, queryClient = createQueryClient()) {
  const left: string[] = [];
  const [path = '', hash = ''] = address.split('#');
  window.location.hash = hash;
  const { hook, searchHook } = memoryLocation({ path });
  queryClient.setDefaultOptions({ ...queryClient.getDefaultOptions(), queries: { retry: false } });
  const view = render(
    <Leave value={(url) => void left.push(url)}>
      <Router hook={hook} searchHook={searchHook}>
        <App queryClient={queryClient} />
      </Router>
    </Leave>,
  );
  clients.push(queryClient);
  return { ...view, left, user: userEvent.setup() };
}

type StoredLine = {
  priceId: string;
  quantity: number;
  name?: string;
  productId?: string;
  held?: boolean;
};

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

// As main.tsx does before it draws.
beforeAll(loadAllPages);

const clients: ReturnType<typeof createQueryClient>[] = [];

afterEach(() => {
  // A query that waits for its next poll would keep the process running.
  for (const client of clients.splice(0)) client.clear();
  window.localStorage.clear();
  window.location.hash = '';
  window.earlyAnswer = undefined;
});
