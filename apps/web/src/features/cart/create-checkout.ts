import type { CheckoutRequest, CheckoutResponse } from '@shop/contract';
import { callApi } from '../../api-client/call-api';
import { readOwnChoice } from '../../locale/own-choice';

/**
 * POST /api/checkout: makes the order and gives the hosted page to pay it on, in the language that the shopper has chosen. The same key gets the same checkout.
 * @throws ApiError
 */
export function createCheckout(
  { items, replaces }: Omit<CheckoutRequest, 'locale'>,
  idempotencyKey: string,
): Promise<CheckoutResponse> {
  const headers = { 'Idempotency-Key': idempotencyKey };
  // Without a choice, the browser says by itself what its shopper wants.
  const locale = readOwnChoice()?.language;
  const body = { items, ...(replaces && { replaces }), ...(locale && { locale }) };
  return callApi('post', '/api/checkout', { headers, body });
}
