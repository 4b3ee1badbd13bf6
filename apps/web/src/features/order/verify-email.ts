import { callApi } from '../../api-client/call-api';

/**
 * POST /api/orders/confirmation/verification: shows that the visitor knows the order's e-mail address; the whole order
 * can then be read from this browser for a while.
 * @throws ApiError
 */
export async function verifyEmail(sessionId: string, email: string): Promise<void> {
  await callApi('post', '/api/orders/confirmation/verification', { body: { sessionId, email } });
}
