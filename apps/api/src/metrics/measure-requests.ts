import type { RequestHandler } from 'express';
import { WEBHOOK_PATH } from '../http/body-parsers';
import { routeOf } from '../http/logging/route-of';
import type { Metrics } from './metrics';

/** Times every request that is answered, by the route that answered it and not by what was asked for. */
export function measureRequests(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const startedMs = performance.now();
    response.once('finish', () => {
      const seconds = (performance.now() - startedMs) / 1000;
      const { statusCode } = response;
      const route = routeOf(request);
      const labels = { method: request.method, route, status: String(statusCode) };
      metrics.observe('http_request_duration_seconds', labels, seconds);
      if (route === WEBHOOK_PATH && statusCode >= 200 && statusCode < 300) {
        metrics.observe('stripe_webhook_acknowledgement_seconds', {}, seconds);
      }
    });
    next();
  };
}
