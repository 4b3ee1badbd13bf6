import { callApi } from '../../api-client/call-api';

/**
 * POST /api/orders/confirmation/verification: sends the order's e-mail address. If it is right, this browser can read
 * the whole order for a while.
 * @throws ApiError
 */
export async function verifyEmail(sessionId: string, email: string): Promise<void> {
  await callApi('post', '/api/orders/confirmation/verification', { body: { sessionId, email } });
}
