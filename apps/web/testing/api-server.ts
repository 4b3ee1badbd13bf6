import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { examples, type ExampleName } from '@shop/contract/examples';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

const API = 'http://localhost/api';

/** Answers with a named example of the contract, as the API would: problems as problem documents. */
export function answer(
  name: ExampleName,
  headers: Record<string, string> = {},
  change: object = {},
) {
  const body: object = { ...examples[name], ...change };
  if (!('code' in body)) {
    return HttpResponse.json(body, { status: name === 'checkout-created' ? 201 : 200, headers });
  }
  return HttpResponse.json(body, {
    status: Number((body as { status?: number }).status),
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** The API as the specs know it: there are products, a checkout works, the order is paid. */
export const apiServer = setupServer(
  http.get(`${API}/products`, () => answer('products')),
  http.post(`${API}/checkout`, () => answer('checkout-created')),
  http.get(`${API}/orders/confirmation`, () => answer('confirmation-confirmed-full')),
);

/** The routes, to be answered otherwise in one spec: `apiServer.use(on.products(() => answer('…')))`. */
export const on = {
  products: (answerWith: Parameters<typeof http.get>[1]) => http.get(`${API}/products`, answerWith),
  checkout: (answerWith: Parameters<typeof http.post>[1]) =>
    http.post(`${API}/checkout`, answerWith),
  confirmation: (answerWith: Parameters<typeof http.get>[1]) =>
    http.get(`${API}/orders/confirmation`, answerWith),
  verification: (answerWith: Parameters<typeof http.post>[1]) =>
    http.post(`${API}/orders/confirmation/verification`, answerWith),
};

beforeAll(() => apiServer.listen({ onUnhandledFrame: 'error' }));
afterEach(() => apiServer.resetHandlers());
afterAll(() => apiServer.close());
