import Stripe from 'stripe';

/** An error that no further try mends. */
export class PermanentError extends Error {
  /**
   * @param code stable, for programs
   * @param reason what is wrong and what a person can do, in one sentence without personal data
   */
  constructor(
    readonly code: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

export interface PermanentFailure {
  /** SQLSTATE, Stripe's code, or our own. */
  code: string;
  /** What is wrong and what a person can do. */
  reason: string;
  /** Another transaction may have been in the way, so one further try is worth it. */
  mayBeRace: boolean;
}

const RETRY = 'run: npm run orders -- retry-dead';

/** Sentences for the answers of Stripe that are the same however often it is asked. */
const STRIPE_REASONS: Record<number, string> = {
  400: `Stripe refuses the request: find it in Stripe's log, serve the order by hand; after a release that mends it, ${RETRY}`,
  401: `Stripe refuses the API key: set STRIPE_SECRET_KEY to a valid one and restart, then ${RETRY}`,
  403: `the Stripe API key lacks a permission: add it in the Dashboard (see docs/operations.md), then ${RETRY}`,
  404: `Stripe does not know what is asked for: check that STRIPE_SECRET_KEY is of the account and mode of the order, then ${RETRY}`,
};

/**
 * Whether an error is one that no retry mends, and what to tell a person.
 * - PostgreSQL: classes 22 (a value it cannot store), 23 (a constraint) and 54 (a limit of the program); see
 *   https://www.postgresql.org/docs/current/errcodes-appendix.html
 * - Stripe: 400, 401, 403 and 404; see https://docs.stripe.com/api/errors
 * @returns undefined for everything else: it is tried again
 */
export function permanentFailure(error: unknown): PermanentFailure | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const found = ofOne(cause);
    if (found) return found;
  }
  return undefined;
}

function ofOne(error: Error): PermanentFailure | undefined {
  if (error instanceof PermanentError) {
    return { code: error.code, reason: error.reason, mayBeRace: false };
  }
  if (error instanceof Stripe.errors.StripeError) {
    const reason = STRIPE_REASONS[error.statusCode ?? 0];
    return reason ? { code: codeOf(error), reason, mayBeRace: false } : undefined;
  }
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^(22|23|54)[0-9A-Z]{3}$/.test(code)) return undefined;
  return {
    code,
    reason: `the database refuses a value (SQLSTATE ${code}): serve the order by hand; after a release that mends it, ${RETRY}`,
    mayBeRace: code.startsWith('23'),
  };
}

/** Stripe has no code for some refusals, but always a status. */
const codeOf = ({ code, statusCode }: Stripe.errors.StripeError) => code ?? `stripe_${statusCode}`;
