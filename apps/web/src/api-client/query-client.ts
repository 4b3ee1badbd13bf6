import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

const TRANSIENT: ReadonlySet<string> = new Set([
  'NO_CONNECTION',
  'SERVICE_UNAVAILABLE',
  'STRIPE_UNAVAILABLE',
  'INTERNAL_ERROR',
]);

/** Whether the same request may succeed later without any other change. */
export function isTransient(error: unknown): boolean {
  return !(error instanceof ApiError) || TRANSIENT.has(error.code);
}

/** A cache for one page load. Reads are tried three times when the error may pass; writes are never repeated. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (failures, error) => failures < 2 && isTransient(error) },
    },
  });
}
