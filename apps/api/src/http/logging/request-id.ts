import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

/** Gives every request an id of our own making: in the log, in X-Request-Id and in problem documents. */
export const requestId: RequestHandler = (request, response, next) => {
  request.id = randomUUID();
  response.set('X-Request-Id', request.id);
  next();
};

/** The id that `requestId` has given. */
export const requestIdOf = (request: Request): string =>
  typeof request.id === 'string' ? request.id : '';
