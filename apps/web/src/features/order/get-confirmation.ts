import type { Confirmation } from '@shop/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../api-client/call-api';
import { followOrder } from '../../locale/locale';
import { pollInterval } from './poll-interval';

/** How long the order waits for the catalogue of its language. After that, it is shown in the current language. */
const LANGUAGE_TIMEOUT_MS = 1500;

/** The page does not ask again for what was read just before it was drawn. */
const FRESH_MS = 1000;

/**
 * GET /api/orders/confirmation: the order of a Checkout Session. The request is repeated until the state is final and
 * its e-mail has been sent. TanStack does the rest by itself: a hidden tab does not ask, and a tab that is shown again, or
 * online again, asks at once, also for an order that is final: its parcels leave and arrive, and money goes back, while the
 * tab is kept open.
 */
export function confirmationQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['confirmation', sessionId],
    queryFn: async ({ signal }) => {
      const query = { session_id: sessionId };
      const order = await callApi('get', '/api/orders/confirmation', { query, signal });
      await showItsLanguage(order);
      return order;
    },
    staleTime: FRESH_MS,
    // The next poll is the retry.
    retry: false,
    refetchInterval: ({ state }) => pollInterval(state),
  });
}

/** Runs before the order is rendered, so that the page does not change its language while it is read. */
async function showItsLanguage(order: Confirmation): Promise<void> {
  if (order.view !== 'full') return;
  const following = followOrder(order.locale, order.createdAt).catch(() => undefined);
  await Promise.race([
    following,
    new Promise((resolve) => setTimeout(resolve, LANGUAGE_TIMEOUT_MS)),
  ]);
}
