import { Logger as NestLogger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { Config } from '../config/config';
import { measureRequests } from '../metrics/measure-requests';
import { Metrics } from '../metrics/metrics';
import { Tracing } from '../tracing/tracing';
import { WEBHOOK_PATH, jsonBody, requireJson, webhookBody } from './body-parsers';
import { answerClientErrors } from './errors/client-error';
import { corsFor } from './security/cors';
import { GracefulShutdown } from './lifecycle/graceful-shutdown';
import { logRequests } from './logging/log-requests';
import { ROOT_LOGGER } from './logging/logging';
import { ProblemFilter } from './errors/problem.filter';
import { requestId } from './logging/request-id';
import { describeProxies } from './security/describe-proxies';
import { securityHeaders } from './security/security-headers';
import { limitWaiting } from './lifecycle/server-timeouts';
import { validationPipe } from './errors/validation';

/** The HTTP edge of the API, in the order a request meets it. */
export function configureHttp(app: NestExpressApplication): void {
  const { shop, http, stripe } = app.get(Config);
  app.disable('x-powered-by');
  app.set('etag', false);
  // Node's own parser: a repeated key is an array, brackets mean nothing.
  app.set('query parser', 'simple');
  if (http.trustProxy !== undefined) app.set('trust proxy', http.trustProxy);
  const isRisky = !http.proxyIsKnown && stripe.mode !== 'sandbox';
  new NestLogger('Http')[isRisky ? 'warn' : 'log'](describeProxies(http.trustProxy));

  app.use(measureRequests(app.get(Metrics)));
  const { requests } = app.get(Tracing);
  if (requests) app.use(requests);
  const shutdown = app.get(GracefulShutdown);
  shutdown.watch(app.getHttpServer());
  app.use(
    shutdown.middleware,
    requestId,
    logRequests(app.get<Logger>(ROOT_LOGGER)),
    securityHeaders(shop.url.startsWith('https:')),
  );
  app.enableCors(corsFor(shop.url));
  app.use(WEBHOOK_PATH, webhookBody);
  // Passes over a body that has been read already.
  app.use(requireJson, jsonBody);

  app.useGlobalPipes(validationPipe);
  app.useGlobalFilters(new ProblemFilter());
  limitWaiting(app.getHttpServer());
  app.getHttpServer().on('clientError', answerClientErrors(shop.url.startsWith('https:')));
}
