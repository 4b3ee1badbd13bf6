import { Injectable, Logger } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { describeError } from '../http/logging/describe-error';
import { StaffAuditService, endOf } from './staff-audit.service';
import type { StaffActionEnd } from './staff-audit.service';
import { actionOf } from './staff.guard';

/**
 * Writes down how a call of the staff's API ended, before it is answered. Where the deadline has answered it already, the
 * handler's work goes on, and its end is written down all the same.
 */
@Injectable()
export class StaffAuditInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Staff');

  constructor(private readonly audit: StaffAuditService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const id = actionOf(http.getRequest<Request>());
    // Read before: a deadline sets its own status on the response.
    const { statusCode } = http.getResponse<Response>();
    // A promise goes on when the deadline unsubscribes.
    return from(this.written(id, statusCode, lastValueFrom(next.handle())));
  }

  private async written(
    id: number | undefined,
    status: number,
    work: Promise<unknown>,
  ): Promise<unknown> {
    try {
      const answer = await work;
      await this.end(id, { status, code: null });
      return answer;
    } catch (error) {
      await this.end(id, endOf(error));
      throw error;
    }
  }

  /** What is done is done: an ending that cannot be written down is logged. */
  private async end(id: number | undefined, end: StaffActionEnd): Promise<void> {
    if (id === undefined) return;
    try {
      await this.audit.end(id, end);
    } catch (error) {
      this.logger.error(describeError(error), 'the end of a call not written down');
    }
  }
}
