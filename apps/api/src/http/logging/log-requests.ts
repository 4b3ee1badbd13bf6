import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * Gives each request a logger that puts its id to every line, and writes one line when it is over. Not pino-http's own:
 * that one makes three loggers a request, and each of them the request's fields, whether or not they are written.
 */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedMs = performance.now();
    request.log = logger.child({ reqId: request.id });
    // Comes last, whether the answer was sent or the client went away before.
    response.once('close', () => {
      const responseTime = Math.round(performance.now() - startedMs);
      const said = response.writableFinished ? 'request completed' : 'request aborted';
      request.log.info({ req: request, res: response, responseTime }, said);
    });
    next();
  };
}
