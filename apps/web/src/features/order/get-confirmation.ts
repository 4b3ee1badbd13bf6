import type { Confirmation } from '@shop/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../api-client/call-api';
import { followOrder } from '../../locale/locale';
import { pollInterval } from './poll-interval';

/** What was ordered is worth more than the language it is said in. */
const PATIENCE_MS = 1500;

/**
 * GET /api/orders/confirmation: the order of a Checkout Session, asked for again until its state is final. A hidden
 * tab does not ask; one that comes back does at once, unless the state is final.
 */
export function confirmationQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['confirmation', sessionId],
    queryFn: async ({ signal }) => {
      const query = { session_id: sessionId };
      const order = await callApi('get', '/api/orders/confirmation', { query, signal });
      await speakItsLanguage(order);
      return order;
    },
    // The next asking is the retry.
    retry: false,
    refetchInterval: ({ state }) => pollInterval(state),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: (query) => !query.state.data?.final,
    refetchOnReconnect: (query) => !query.state.data?.final,
  });
}

/** Before the order is drawn, so that the page does not change its language under the reader's eyes. */
async function speakItsLanguage(order: Confirmation): Promise<void> {
  if (order.view !== 'full') return;
  const following = followOrder(order.locale, order.createdAt).catch(() => undefined);
  await Promise.race([following, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
