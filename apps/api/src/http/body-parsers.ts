import express from 'express';
import type { Request, RequestHandler } from 'express';
import { ProblemError } from './errors/problem-error';

export const WEBHOOK_PATH = '/api/webhooks/stripe';

/**
 * The webhook gets its bytes as they came, whatever their type says, because the signature is over bytes and a genuine
 * event can pass Nest's 100 kB. Everything else is JSON, and small.
 */
export const webhookBody: RequestHandler = express.raw({ type: () => true, limit: '512kb' });

/**
 * Only objects and arrays; anything else in the body is the sender's mistake. So is a key `__proto__`, which schemas
 * that refuse unknown keys do not see.
 */
const parseJson = express.json({
  limit: '32kb',
  reviver: (key, value: unknown) => {
    if (key === '__proto__') throw new SyntaxError('__proto__ is no key');
    return value;
  },
});

/** What comes with a GET is passed over unread: no operation takes it, so none can refuse it. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (takesBody(request)) parseJson(request, response, next);
  else next();
};

/** JSON only: what a form on another site can send without asking is refused. */
export const requireJson: RequestHandler = (request, _response, next) => {
  if (
    takesBody(request) &&
    request.path !== WEBHOOK_PATH &&
    request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'application/json'
  ) {
    throw new ProblemError('UNSUPPORTED_MEDIA_TYPE');
  }
  next();
};

const takesBody = ({ method }: Request) => method === 'POST' || method === 'PATCH';
