import type { AccessRequest, CheckoutRequest, VerificationRequest } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import { delay, http, HttpResponse } from 'msw';
import { answer, exampleOrder } from './example';
import type { Scenario } from './scenario';
import type { VariantName } from './variants';

/** The routes of the API that the shop calls, on whatever origin. */
export const routes = {
  products: '*/api/products',
  checkout: '*/api/checkout',
  confirmation: '*/api/orders/confirmation',
  verification: '*/api/orders/confirmation/verification',
  resend: '*/api/orders/confirmation/resend',
  access: '*/api/orders/access',
  cancellation: '*/api/orders/cancellation',
  deliveryAddress: '*/api/orders/delivery-address',
  portal: '*/api/orders/portal',
  find: '*/api/orders/find',
  withdrawals: '*/api/orders/withdrawals',
} as const;

/**
 * Handlers that answer like the API, with the contract's examples.
 *
 * @param scenario called for each request
 * @param checkoutUrl where a checkout leads; by default Stripe's page of the example
 */
export function mockApi(scenario: () => Scenario, checkoutUrl?: string) {
  // Sessions whose e-mail address was verified. The API remembers them for a while too.
  const verified = new Set<string>();
  // What the shopper has changed since the page was loaded.
  let changed: VariantName | null = null;
  const answerUnlessFailing = async (answerWith: () => Response | Promise<Response>) => {
    const { latencyMs, failure } = scenario();
    if (latencyMs > 0) await delay(latencyMs);
    if (failure === 'no-connection') return HttpResponse.error();
    return failure ? answer(failure) : answerWith();
  };

  return [
    http.get(routes.products, () => answerUnlessFailing(() => answer('products'))),
    http.post(routes.checkout, async ({ request }) => {
      const created = () => answer('checkout-created', {}, checkoutUrl ? { url: checkoutUrl } : {});
      const { replaces } = (await request.clone().json()) as CheckoutRequest;
      const isCancelled = replaces && scenario().failure === 'problem-payment-open';
      return isCancelled ? created() : answerUnlessFailing(created);
    }),
    http.get(routes.confirmation, ({ request }) =>
      answerUnlessFailing(() => {
        const { state, view, variant } = scenario();
        const sessionId = new URL(request.url).searchParams.get('session_id') ?? '';
        const shown = verified.has(sessionId) ? 'full' : view;
        return HttpResponse.json(exampleOrder(state, shown, changed ?? variant));
      }),
    ),
    http.post(routes.verification, ({ request }) =>
      answerUnlessFailing(async () => {
        const { sessionId, email } = (await request.json()) as VerificationRequest;
        if (email !== examples['confirmation-confirmed-full'].email) {
          return answer('problem-verification-failed');
        }
        verified.add(sessionId);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.post(routes.resend, () =>
      answerUnlessFailing(() => new HttpResponse(null, { status: 204 })),
    ),
    http.post(routes.cancellation, () =>
      answerUnlessFailing(() => {
        changed = 'cancelled';
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.post(routes.deliveryAddress, () =>
      answerUnlessFailing(() => {
        changed = 'address-corrected';
        return new HttpResponse(null, { status: 204 });
      }),
    ),
    http.post(routes.portal, () => answerUnlessFailing(() => answer('portal-opened'))),
    http.post(routes.find, () =>
      answerUnlessFailing(() => new HttpResponse(null, { status: 204 })),
    ),
    http.post(routes.withdrawals, () => answerUnlessFailing(() => answer('withdrawal-received'))),
    http.post(routes.access, ({ request }) =>
      answerUnlessFailing(async () => {
        const { sessionId, token } = (await request.json()) as AccessRequest;
        // One that has expired in 1970.
        if (token.startsWith('0.')) return answer('problem-link-not-valid');
        verified.add(sessionId);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}
