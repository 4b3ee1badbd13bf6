import type { CheckoutRequest, CheckoutResponse } from '@shop/contract';
import { callApi } from '../../api-client/call-api';

/**
 * POST /api/checkout: makes the order and gives the hosted page to pay it on. The same key gets the same checkout.
 * @throws ApiError
 */
export function createCheckout(
  body: CheckoutRequest,
  idempotencyKey: string,
): Promise<CheckoutResponse> {
  const headers = { 'Idempotency-Key': idempotencyKey };
  return callApi('post', '/api/checkout', { headers, body });
}
