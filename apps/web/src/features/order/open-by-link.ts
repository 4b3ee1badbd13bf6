import { queryOptions } from '@tanstack/react-query';
import { ApiError } from '../../api-client/api-error';
import { callApi } from '../../api-client/call-api';

const TOKEN = /^#t=([0-9a-z]{1,10}\.[A-Za-z0-9_-]{43})$/;

/** The token in the link of an e-mail; null in any other address. The API would refuse what does not look like one. */
export function readLinkToken(fragment: string): string | null {
  return TOKEN.exec(fragment)?.[1] ?? null;
}

/**
 * POST /api/orders/access: sends the token of a link, once. Afterwards this browser can read the whole order.
 * @returns false when the token is no longer valid; then the order is shown as to anybody
 */
export function openByLinkQuery(sessionId: string, token: string | null) {
  return queryOptions({
    queryKey: ['access', sessionId, token],
    queryFn: async ({ signal }) => {
      const body = { sessionId, token: token ?? '' };
      try {
        await callApi('post', '/api/orders/access', { body, signal });
        return true;
      } catch (error) {
        if (error instanceof ApiError && error.code === 'LINK_NOT_VALID') return false;
        throw error;
      }
    },
    enabled: token !== null,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
