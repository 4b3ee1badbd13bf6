import type { QueryClient } from '@tanstack/react-query';
import { productsQuery } from '../features/catalog/get-products';
import { confirmationQuery } from '../features/order/get-confirmation';

/** How long the first page waits for its data. To draw a skeleton first would take about as long. */
const PATIENCE_MS = 50;

/**
 * Puts the answer that the script in index.html has asked for into the cache, so that the first page is drawn with it.
 * An answer that is late, or a refusal, is left to the page's own query.
 * @returns resolves when the cache has it, at the latest after 50 ms; never rejects
 */
export function readFirstAnswer(queryClient: QueryClient): Promise<unknown> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([fillCache(queryClient), patience]);
}

async function fillCache(queryClient: QueryClient): Promise<void> {
  const early = window.earlyAnswer;
  const response = await early?.response.catch(() => null);
  if (!early || !response?.ok || window.earlyAnswer !== early) return;
  const sessionId = new URL(early.url).searchParams.get('session_id');
  if (sessionId === null) await queryClient.prefetchQuery(productsQuery());
  else await queryClient.prefetchQuery(confirmationQuery(sessionId));
}
