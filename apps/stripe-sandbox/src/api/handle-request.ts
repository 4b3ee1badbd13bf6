import { duringRequest } from '../engine/engine';
import type { Engine } from '../engine/engine.types';
import { StripeError, type StripeErrorBody } from '../engine/stripe-error';
import { jsonText, type Answer } from '../http/answer';
import { parseForm } from '../http/form-body';
import type { IdempotencyKeys } from '../http/idempotency';
import { parseParams } from '../schema/params';
import { expand } from './expand';
import { schemaOfRoute, type Route } from './route';
import { refuseUnsupported } from './supported';

/** The part of an API request that operations need. */
export interface ApiRequest {
  requestId: string;
  /** The path as requested, without its query. */
  path: string;
  /** The id in the path, or ''. */
  id: string;
  idempotencyKey: string | undefined;
  query: string;
  body: string;
}

export interface ApiContext {
  engine: Engine;
  keys: IdempotencyKeys;
  /** Sees every object before it is answered. */
  onAnswer: (answer: object) => void;
  /** The fault that fails the request after its execution, or instead of it. */
  fault?: Answer & { instead: boolean };
  /** Waits as the faults say; the request's idempotency key is in use during that time. */
  delay?: (() => Promise<void>) | undefined;
}

/** Runs one operation and returns its answer; a repeated idempotency key returns the first answer. */
export async function handleRequest(
  route: Route,
  request: ApiRequest,
  context: ApiContext,
): Promise<Answer & { replayed: boolean }> {
  const { keys } = context;
  const mode = route.path.startsWith('/v2/') ? 'v2' : 'v1';
  try {
    const raw = readParams(route, request, mode);
    const repeatable = route.method === 'POST' || (mode === 'v2' && route.method === 'DELETE');
    const key = repeatable ? request.idempotencyKey : undefined;
    if (key === undefined) {
      await context.delay?.();
      return { ...execute(route, request, raw, context), replayed: false };
    }
    const kept = keys.begin(key, mode, request.path, stableText(raw));
    if (kept) return { ...kept, replayed: true };
    await context.delay?.();
    return { ...executeOnce(route, request, raw, context, key, mode), replayed: false };
  } catch (error) {
    return { ...errorAnswer(error, request.requestId), replayed: false };
  }
}

function executeOnce(
  route: Route,
  request: ApiRequest,
  raw: object,
  context: ApiContext,
  key: string,
  mode: 'v1' | 'v2',
): Answer {
  try {
    const answer = execute(route, request, raw, context);
    if (mode === 'v1' || answer.status < 400) context.keys.keep(key, answer);
    else context.keys.release(key);
    return answer;
  } catch (error) {
    // Refused before execution: the key is free again.
    context.keys.release(key);
    throw error;
  }
}

/** Throws for invalid parameters; an error during the operation becomes an answer. */
function execute(route: Route, request: ApiRequest, raw: object, context: ApiContext): Answer {
  const params = parseParams(schemaOfRoute(route), raw) as { expand?: string[] };
  refuseUnsupported([...route.supports, ...Object.keys(route.legacy ?? {})], params);
  const { expand: paths = [], ...rest } = params;
  const { requestId } = request;
  const engine = duringRequest(context.engine, {
    id: requestId,
    idempotency_key: request.idempotencyKey ?? null,
  });
  const { fault } = context;
  if (fault?.instead) return fault;
  try {
    const answer = expand(engine, route.run(engine, request.id, rest as never), paths);
    if (!route.untyped) context.onAnswer(answer);
    return fault ?? { status: 200, body: jsonText(answer), requestId };
  } catch (error) {
    return errorAnswer(error, requestId);
  }
}

function readParams(route: Route, request: ApiRequest, mode: 'v1' | 'v2'): object {
  if (route.method !== 'POST') return parseForm(request.query);
  const query = parseForm(request.query);
  if (mode === 'v1') return { ...query, ...parseForm(request.body) };
  return { ...query, ...parseJson(request.body) };
}

function parseJson(body: string): object {
  if (body === '') return {};
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // The code below answers for every body that is not a JSON object.
  }
  throw new StripeError(400, {
    type: 'invalid_request_error',
    code: 'invalid_json',
    message: 'The request body is not a valid JSON object.',
  });
}

/** The same text for the same parameters, in any order. */
function stableText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableText(item)}`).join()}}`;
}

/** Stripe's error envelope. Any other error is a bug of the sandbox, answered with a bare 500. */
export function errorAnswer(error: unknown, requestId: string): Answer {
  if (!(error instanceof StripeError)) {
    console.error(error);
    return errorAnswer(new StripeError(500, OUR_FAULT), requestId);
  }
  const body: StripeErrorBody = {
    ...error.body,
    request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
  };
  return { status: error.status, body: jsonText({ error: body }), requestId };
}

const OUR_FAULT: StripeErrorBody = {
  type: 'api_error',
  message: 'The sandbox failed; its log says why.',
};
