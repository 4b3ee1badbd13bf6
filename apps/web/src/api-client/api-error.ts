import type { Problem } from '@shop/contract';

export type ProblemCode = Problem['code'];
type ErrorCode = ProblemCode | 'NO_CONNECTION' | 'OFFLINE';

/**
 * Why a request failed: the API's problem code; or, when there was no readable answer, NO_CONNECTION, or OFFLINE if the
 * browser knows that it has no network.
 */
export class ApiError extends Error {
  readonly code: ErrorCode;
  /** A shopper can quote it; it finds the request in the logs. */
  readonly requestId: string | null;
  /** How long to wait before the next try, as the API asks. */
  readonly retryAfterMs: number | null;
  /** Which parts of the request are wrong, e.g. "items.0.priceId". */
  readonly paths: readonly string[];
  /** The least or largest total, when the cart's is not charged. */
  readonly limit: Problem['limit'] | null;
  /** The order of this browser that still waits for its payment, or that could not be replaced. */
  readonly openPayment: Problem['openPayment'] | null;

  constructor(
    code: ErrorCode,
    details: {
      requestId?: string | null;
      retryAfterMs?: number | null;
      paths?: readonly string[];
      limit?: Problem['limit'];
      openPayment?: Problem['openPayment'];
      cause?: unknown;
    } = {},
  ) {
    super(code, { cause: details.cause });
    this.name = 'ApiError';
    this.code = code;
    this.requestId = details.requestId ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.paths = details.paths ?? [];
    this.limit = details.limit ?? null;
    this.openPayment = details.openPayment ?? null;
  }
}

/** How long to wait before the next try, as a shopper is told: at least one. */
export const minutesToWait = ({ retryAfterMs }: ApiError) =>
  Math.max(1, Math.ceil((retryAfterMs ?? 0) / 60_000));

/** Reads an error answer. One that is no problem document comes from a proxy between, not from the API. */
export async function readApiError(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('x-request-id');
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
  const body: unknown = await response.json().catch(() => null);
  if (!isProblem(body)) {
    const code = response.status >= 500 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_ERROR';
    return new ApiError(response.status === 429 ? 'RATE_LIMITED' : code, {
      requestId,
      retryAfterMs,
    });
  }
  return new ApiError(body.code, {
    requestId: body.requestId,
    retryAfterMs,
    paths: body.errors?.map((error) => error.path) ?? [],
    limit: body.limit,
    openPayment: body.openPayment,
  });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
}

// Seconds or an HTTP date (RFC 9110, 10.2.3).
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
