import type { CheckoutRequest, CheckoutResponse } from '@shop/contract';
import { apiClient } from '../../api-client/api';
import { ApiError } from '../../api-client/api-error';

/**
 * POST /api/checkout: makes the order and gives the hosted page to pay it on. The same key gets the same checkout.
 * @throws ApiError
 */
export async function createCheckout(
  body: CheckoutRequest,
  idempotencyKey: string,
): Promise<CheckoutResponse> {
  const { data } = await apiClient.POST('/api/checkout', {
    params: { header: { 'Idempotency-Key': idempotencyKey } },
    body,
  });
  if (!data) throw new ApiError('INTERNAL_ERROR');
  return data;
}
