import { Injectable, SetMetadata } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { throwError, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { deadlines } from '@shop/contract/deadlines';
import type { DeadlineName } from '@shop/contract/deadlines';
import { ProblemError } from '../errors/problem-error';

const DEADLINE = 'deadline';

/**
 * Which deadline a handler has; without it, the usual one. Names only, no numbers: a stop waits for the longest deadline
 * of the list, so none may be outside of it.
 */
export const Deadline = (name: DeadlineName) => SetMetadata(DEADLINE, name);

/**
 * Answers 503 when the handler takes too long: time-outs of single queries add up. The handler's work goes on; a
 * webhook that is stored after that is sent again and found stored.
 */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const name = this.reflector.get<DeadlineName | undefined>(DEADLINE, context.getHandler());
    const tooLate = () => throwError(() => new ProblemError('SERVICE_UNAVAILABLE'));
    return next.handle().pipe(timeout({ first: deadlines[name ?? 'usual'], with: tooLate }));
  }
}
