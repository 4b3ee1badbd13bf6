import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { answerClientError } from './client-error.ts';

/** The API's limits, in milliseconds, so that no request fails here that the API would have taken. */
export const timeouts = {
  /** For the headers of a request to arrive; then 408. */
  headersTimeout: 10_000,
  /** For a request to arrive with its body; then 408. */
  requestTimeout: 30_000,
  /** For an idle connection. Longer than the 60 s of usual load balancers, so that they close it. */
  keepAliveTimeout: 65_000,
  /** How often late requests are looked for. */
  connectionsCheckingInterval: 1000,
};

/** A server with the API's limits, whose own refusals (400, 408, 431) are problem documents. */
export function createServer(handler: RequestListener): Server {
  // Node's own answer to a request without Host has no headers and no body; app.ts refuses it instead.
  const server = createHttpServer({ ...timeouts, requireHostHeader: false }, handler);
  return server.on('clientError', answerClientError);
}
