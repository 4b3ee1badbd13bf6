import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import Stripe from 'stripe';
import type { ProblemCode } from '@shop/contract';
import { isDatabaseUnavailable } from '../../database/is-database-unavailable';
import { describeError } from '../logging/describe-error';
import { isRefusal } from '../../stripe/is-refusal';
import { ProblemError, problemOf } from './problem-error';
import { requestIdOf } from '../logging/request-id';

const CODE_OF_STATUS: Partial<Record<number, ProblemCode>> = {
  400: 'INVALID_REQUEST',
  404: 'NOT_FOUND',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  503: 'SERVICE_UNAVAILABLE',
};

/** The one place where errors become HTTP. What is not known is a bare 500; the cause goes to the log alone. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = this.recognise(error);
    if (!known) this.logger.error(describeError(error), 'not handled');
    const problem = problemOf(
      known?.code ?? 'INTERNAL_ERROR',
      requestIdOf(request),
      known?.details,
    );
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    response
      .status(problem.status)
      .set(known?.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }

  private recognise(error: unknown): ProblemError | undefined {
    if (error instanceof ProblemError) return error;
    if (isDatabaseUnavailable(error)) {
      this.logger.warn(describeError(error), 'database unavailable');
      return new ProblemError('SERVICE_UNAVAILABLE');
    }
    if (error instanceof Stripe.errors.StripeError) {
      const { type, code, requestId: stripeRequestId } = error;
      const refused = isRefusal(error);
      this.logger.warn(
        { type, code, stripeRequestId },
        refused ? 'Stripe refused' : 'Stripe unavailable',
      );
      return new ProblemError(refused ? 'CHECKOUT_UNAVAILABLE' : 'STRIPE_UNAVAILABLE');
    }
    const code = CODE_OF_STATUS[statusOf(error)];
    return code && new ProblemError(code);
  }
}

/** Nest's exceptions and the body parser's errors both carry the status they stand for. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
}
