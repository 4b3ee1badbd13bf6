import express, { Router, type Request, type Response } from 'express';
import { apiVersion } from '../schema/api-version';
import { newId } from '../engine/ids';
import { invalidRequest, StripeError } from '../engine/stripe-error';
import { jsonText, sendAnswer } from '../http/answer';
import { authenticate } from '../http/authenticate';
import { hasOtherBody, isForeignPage } from '../http/browser-guard';
import { after, faultBody, faultOf, injectFaults, type FaultBox } from '../http/faults';
import { errorAnswer, handleRequest, type ApiContext } from './handle-request';
import { existsAtStripe } from './not-implemented';
import type { Route } from './route';
import { routes } from './routes';

/** Stripe's API over HTTP: `/v1/…` with form bodies, `/v2/…` with JSON. */
export function createApiRouter(context: ApiContext, faults: FaultBox): Router {
  const router = Router();
  router.use((request, response, next) => {
    const requestId = newId('req');
    response.locals['requestId'] = requestId;
    response.setHeader('Request-Id', requestId);
    response.setHeader('Stripe-Version', request.get('Stripe-Version') ?? apiVersion);
    response.setHeader('Cache-Control', 'no-cache, no-store');
    next();
  });
  router.use(injectFaults(faults, context.engine.clock));
  router.use((request, _response, next) => {
    if (isForeignPage(request)) throw new StripeError(403, FOREIGN_PAGE);
    authenticate(request);
    if (request.path.startsWith('/v2/') && hasOtherBody(request, 'application/json')) {
      throw new StripeError(415, NOT_JSON);
    }
    next();
  });
  router.use(express.text({ type: () => true, limit: '1mb' }));
  for (const route of routes) {
    router[METHODS[route.method]](route.path, (request, response) =>
      answer(route, request, response, context),
    );
  }
  router.use((request) => {
    if (existsAtStripe(request.method, request.path)) {
      throw invalidRequest(
        `${request.method} ${request.path} exists at Stripe, but is not implemented in the sandbox.`,
        { code: 'sandbox_unsupported' },
      );
    }
    throw new StripeError(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${request.method}: ${request.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    });
  });
  router.use((error: unknown, _request: Request, response: Response, _next: () => void) => {
    const known = error instanceof StripeError ? error : bodyError(error);
    if (known instanceof StripeError && known.status === 401) {
      response.setHeader('WWW-Authenticate', 'Basic realm="Stripe"');
    }
    sendAnswer(response, errorAnswer(known, requestIdOf(response)));
  });
  return router;
}

const FOREIGN_PAGE = {
  type: 'invalid_request_error',
  message: 'Requests with a secret key are not answered to pages of other origins.',
} as const;

const NOT_JSON = {
  type: 'invalid_request_error',
  message: 'The body of a request to /v2 must be application/json.',
} as const;

const METHODS = { GET: 'get', POST: 'post', DELETE: 'delete' } as const;

async function answer(
  route: Route,
  request: Request,
  response: Response,
  context: ApiContext,
): Promise<void> {
  const requestId = requestIdOf(response);
  const { status, latencyMs, instead = false } = faultOf(response);
  const id = request.params['id'];
  const idempotencyKey = request.get('Idempotency-Key');
  const queryAt = request.url.indexOf('?');
  const given = await handleRequest(
    route,
    {
      requestId,
      path: request.path,
      id: typeof id === 'string' ? id : '',
      idempotencyKey,
      query: queryAt < 0 ? '' : request.url.slice(queryAt + 1),
      body: typeof request.body === 'string' ? request.body : '',
    },
    {
      ...context,
      ...(status && { fault: { status, body: faultBody(status), requestId, instead } }),
      delay: latencyMs ? () => after(context.engine.clock, latencyMs) : undefined,
    },
  );
  if (idempotencyKey !== undefined) response.setHeader('Idempotency-Key', idempotencyKey);
  if (given.replayed) {
    response.setHeader('Idempotent-Replayed', 'true');
    response.setHeader('Original-Request', given.requestId);
  }
  sendAnswer(response, given);
}

function requestIdOf(response: Response): string {
  return String(response.locals['requestId']);
}

/** Express's own refusals (a body too large, a path that cannot be decoded), in Stripe's shape. */
function bodyError(error: unknown): unknown {
  const status = (error as { status?: unknown }).status;
  if (typeof status !== 'number' || status < 400 || status > 499) return error;
  return new StripeError(status, {
    type: 'invalid_request_error',
    message: 'The request could not be read.',
  });
}

/** The body for an unknown route outside of the API. */
export function notFoundBody(): string {
  return jsonText({ error: { type: 'invalid_request_error', message: 'Not found.' } });
}
