import { callApi } from '../../api-client/call-api';

/**
 * POST /api/orders/find: has links to the orders of an address sent there. The answer does not say whether there are any.
 * @throws ApiError
 */
export async function findOrder(body: { email: string; orderNumber?: string }): Promise<void> {
  await callApi('post', '/api/orders/find', { body });
}
