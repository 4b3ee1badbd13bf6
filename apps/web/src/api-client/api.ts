import type { paths } from '@shop/contract/generated/api';
import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { shopConfig } from '../config/shop-config';
import { ApiError, readApiError } from './api-error';
import { takeEarlyAnswer } from './early-answer';

// Longer than any route of the API takes by itself.
const TIMEOUT_MS = 15_000;

/** The API's routes, typed. A refusal and a lost connection are thrown as ApiError. */
export const apiClient = createFetchClient<paths>({
  baseUrl: shopConfig.apiOrigin || window.location.origin,
  // The cookie that says "same browser" must also reach an API on another origin.
  credentials: 'include',
  fetch: fetchOrThrow,
});

/** The same routes as TanStack Query options. */
export const api = createQueryClient(apiClient);

async function fetchOrThrow(request: Request): Promise<Response> {
  const response = await (takeEarlyAnswer(request) ?? send(request)).catch((error: unknown) => {
    // Left by the page itself: not a fault to tell anyone about.
    if (request.signal.aborted) throw error;
    throw new ApiError('NO_CONNECTION', { cause: error });
  });
  if (!response.ok) throw await readApiError(response);
  return response;
}

function send(request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return fetch(request, { signal });
}
