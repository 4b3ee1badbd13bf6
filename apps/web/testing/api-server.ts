import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { mockApi, routes } from '../src/dev/mock-api/handlers';
import { usualScenario } from '../src/dev/mock-api/scenario';

export { answer } from '../src/dev/mock-api/example';

/** The mocked API of the specs: there are products, a checkout works, the order is paid. */
export const apiServer = setupServer(...mockApi(() => usualScenario));

/** Overrides the answer of a route in one test: `apiServer.use(on.products(() => answer('…')))`. */
export const on = {
  products: (answerWith: Parameters<typeof http.get>[1]) => http.get(routes.products, answerWith),
  checkout: (answerWith: Parameters<typeof http.post>[1]) => http.post(routes.checkout, answerWith),
  confirmation: (answerWith: Parameters<typeof http.get>[1]) =>
    http.get(routes.confirmation, answerWith),
  verification: (answerWith: Parameters<typeof http.post>[1]) =>
    http.post(routes.verification, answerWith),
  resend: (answerWith: Parameters<typeof http.post>[1]) => http.post(routes.resend, answerWith),
  portal: (answerWith: Parameters<typeof http.post>[1]) => http.post(routes.portal, answerWith),
  cancellation: (answerWith: Parameters<typeof http.post>[1]) =>
    http.post(routes.cancellation, answerWith),
  deliveryAddress: (answerWith: Parameters<typeof http.post>[1]) =>
    http.post(routes.deliveryAddress, answerWith),
  find: (answerWith: Parameters<typeof http.post>[1]) => http.post(routes.find, answerWith),
  withdrawals: (answerWith: Parameters<typeof http.post>[1]) =>
    http.post(routes.withdrawals, answerWith),
  access: (answerWith: Parameters<typeof http.post>[1]) => http.post(routes.access, answerWith),
};

beforeAll(() => apiServer.listen({ onUnhandledFrame: 'error' }));
afterEach(() => apiServer.resetHandlers());
afterAll(() => apiServer.close());
