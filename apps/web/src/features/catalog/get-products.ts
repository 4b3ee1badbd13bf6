import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../api-client/call-api';

const FRESH_MS = 60_000;

/** GET /api/products: what is for sale now, with its prices. */
export function productsQuery() {
  return queryOptions({
    queryKey: ['products'],
    queryFn: ({ signal }) => callApi('get', '/api/products', { signal }),
    staleTime: FRESH_MS,
    // Without a network it fails at once, so that the page can say so; the browser says when there is one again.
    networkMode: 'always',
    refetchOnReconnect: true,
  });
}
