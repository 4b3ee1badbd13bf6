/** The `error` of Stripe's error envelope (https://docs.stripe.com/api/errors). */
export interface StripeErrorBody {
  type: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error';
  message: string;
  code?: string;
  decline_code?: string;
  doc_url?: string;
  param?: string;
  charge?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
  request_log_url?: string;
  setup_intent?: unknown;
}

/** An error as Stripe answers it. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: StripeErrorBody,
  ) {
    super(body.message);
    if (body.code) body.doc_url ??= docUrl(body.code);
  }
}

export function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

/** 400: the request is understood and refused. */
export function invalidRequest(message: string, details: { code?: string; param?: string } = {}) {
  return new StripeError(400, { type: 'invalid_request_error', message, ...details });
}

/**
 * There is no such object: 404 if the path names it, 400 if a parameter refers to it.
 * `kind` is Stripe's name of the kind, `param` the parameter with the id.
 */
export function resourceMissing(kind: string, id: string, param: string, status = 400) {
  return new StripeError(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  });
}

/** The answer of version 2 for an unknown id. */
export function notFound(kind: string, id: string) {
  return new StripeError(404, {
    type: 'invalid_request_error',
    code: 'not_found',
    message: `No such ${kind}: '${id}'`,
  });
}

export function missingParam(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}
