import { Injectable, SetMetadata } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { throwError, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { ProblemError } from '../errors/problem-error';

/** No answer takes longer than three seconds, except where `@Deadline` says so; the rest is for a busy process. */
const USUAL_MS = 2500;
const DEADLINE = 'deadline';

/** How long the handler may take, in milliseconds, where it waits for Stripe. */
export const Deadline = (ms: number) => SetMetadata(DEADLINE, ms);

/**
 * Answers 503 when the handler takes too long: time-outs of single queries add up. What the handler does goes on; a
 * webhook that is stored after that is sent again and found stored.
 */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const ms = this.reflector.get<number | undefined>(DEADLINE, context.getHandler());
    const tooLate = () => throwError(() => new ProblemError('SERVICE_UNAVAILABLE'));
    return next.handle().pipe(timeout({ first: ms ?? USUAL_MS, with: tooLate }));
  }
}
