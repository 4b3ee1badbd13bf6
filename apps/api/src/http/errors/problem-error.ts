import { problems } from '@shop/contract';
import type { Problem, ProblemCode } from '@shop/contract';

/** What passes by itself passes soon, unless whoever refuses knows better. */
const TRY_AGAIN = { 'Retry-After': '2' };

/**
 * Throw it anywhere below a controller: the filter answers with the problem document of its code. Every 503 says when to
 * try again.
 */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors?: Problem['errors'],
    options?: ErrorOptions & { headers?: Record<string, string> },
  ) {
    super(problems[code].title, options);
    this.headers = { ...(problems[code].status === 503 && TRY_AGAIN), ...options?.headers };
  }

  readonly headers: Record<string, string>;
}

/** The RFC 9457 document of a code. */
export function problemOf(
  code: ProblemCode,
  requestId: string,
  errors?: Problem['errors'],
): Problem {
  const { status, title } = problems[code];
  return { type: 'about:blank', title, status, code, requestId, ...(errors && { errors }) };
}
