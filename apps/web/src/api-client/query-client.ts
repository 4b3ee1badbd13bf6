import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

const TRANSIENT: ReadonlySet<string> = new Set([
  'NO_CONNECTION',
  'OFFLINE',
  'SERVICE_UNAVAILABLE',
  'STRIPE_UNAVAILABLE',
  'INTERNAL_ERROR',
]);

/** Whether the same request may succeed later without any other change. */
function isTransient(error: unknown): boolean {
  return !(error instanceof ApiError) || TRANSIENT.has(error.code);
}

/**
 * A cache for one page load. Reads are tried three times when the error may pass, and wait for a network unless their
 * query says otherwise. Writes are never repeated, and fail at once without a network: a shopper who has given up must not
 * be sent to pay later.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: { retry: (failures, error) => failures < 2 && isTransient(error) },
    },
  });
}
