import { problems } from '@shop/contract';
import type { Problem, ProblemCode } from '@shop/contract';

/** What passes by itself passes soon, unless whoever refuses knows better. */
const TRY_AGAIN = { 'Retry-After': '2' };

/** What a problem document says beside its code. */
export type ProblemDetails = Pick<Problem, 'errors' | 'limit' | 'openPayment'>;

interface ProblemFacts {
  headers?: Record<string, string>;
  limit?: Problem['limit'];
  openPayment?: Problem['openPayment'];
}

/**
 * Throw it anywhere below a controller: the filter answers with the problem document of its code. Every 503 says when to
 * try again.
 */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    errors?: Problem['errors'],
    options?: ErrorOptions & ProblemFacts,
  ) {
    super(problems[code].title, options);
    this.headers = { ...(problems[code].status === 503 && TRY_AGAIN), ...options?.headers };
    this.details = {
      ...(errors && { errors }),
      ...(options?.limit && { limit: options.limit }),
      ...(options?.openPayment && { openPayment: options.openPayment }),
    };
  }

  get status(): number {
    return problems[this.code].status;
  }

  readonly headers: Record<string, string>;
  readonly details: ProblemDetails;
}

/** The RFC 9457 document of a code. */
export function problemOf(
  code: ProblemCode,
  requestId: string,
  details: ProblemDetails = {},
): Problem {
  const { status, title } = problems[code];
  return { type: 'about:blank', title, status, code, requestId, ...details };
}
