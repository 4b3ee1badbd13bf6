import { problems } from '@shop/contract';
import type { Problem, ProblemCode } from '@shop/contract';

/** Throw it anywhere below a controller: the filter answers with the problem document of its code. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors?: Problem['errors'],
    options?: ErrorOptions & { headers?: Record<string, string> },
  ) {
    super(problems[code].title, options);
    this.headers = options?.headers ?? {};
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
