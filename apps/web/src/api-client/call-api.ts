import type { paths } from '@shop/contract/generated/api';
import { shopConfig } from '../config/shop-config';
import { ApiError, readApiError } from './api-error';
import { takeEarlyAnswer } from './early-answer';
import type { Answer, Call, PathWith } from './route-types';

// Longer than any route of the API takes by itself.
const TIMEOUT_MS = 15_000;

/**
 * Calls a route of the API. The contract's document has the types of requests and answers. openapi-fetch does the same
 * in 2.3 kB, which is more than the size budget of the confirmation page allows.
 * @throws ApiError for a refusal and for a lost connection
 */
export async function callApi<Method extends 'get' | 'post', Path extends PathWith<Method>>(
  method: Method,
  path: Path,
  call: Call<paths[Path][Method]>,
): Promise<Answer<paths[Path][Method]>> {
  const { query, headers, body, signal } = call as AnyCall;
  const url = new URL(path, shopConfig.apiOrigin || window.location.origin);
  url.search = new URLSearchParams(query).toString();
  const request = new Request(url, {
    method: method.toUpperCase(),
    // The cookie that says "same browser" must also reach an API on another origin.
    credentials: 'include',
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const response = await fetchOrThrow(request);
  return (response.status === 204 ? undefined : await response.json()) as Answer<
    paths[Path][Method]
  >;
}

type AnyCall = {
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
};

async function fetchOrThrow(request: Request): Promise<Response> {
  const response = await (takeEarlyAnswer(request) ?? send(request)).catch((error: unknown) => {
    // The page itself has cancelled the request: that is no error to show.
    if (request.signal.aborted) throw error;
    throw new ApiError(navigator.onLine ? 'NO_CONNECTION' : 'OFFLINE', { cause: error });
  });
  if (!response.ok) throw await readApiError(response);
  return response;
}

function send(request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return fetch(request, { signal });
}
