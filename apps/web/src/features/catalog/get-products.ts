import { api } from '../../api-client/api';

const FRESH_MS = 60_000;

/** GET /api/products: what is for sale now, with its prices. */
export function productsQuery() {
  return api.queryOptions('get', '/api/products', undefined, { staleTime: FRESH_MS });
}
