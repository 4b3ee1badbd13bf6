import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { ApiKeyRow } from '../database/schema/staff-tables';
import { ProblemError } from '../http/errors/problem-error';
import { StaffActionRepository } from './staff-action.repository';

const COMMAND_LINE = 'command line';

/** What somebody does with an order. */
export interface StaffAction {
  /** Undefined: on the command line. */
  key?: Pick<ApiKeyRow, 'id' | 'name'>;
  action: string;
  orderNumber: string | null;
}

/** How it ended. */
export interface StaffActionEnd {
  status: number;
  code: string | null;
}

/** How a call ends with an error: as the problem filter answers it. */
export function endOf(error: unknown): StaffActionEnd {
  const { status, code } =
    error instanceof ProblemError ? error : new ProblemError('INTERNAL_ERROR');
  return { status, code };
}

/** Writes down what staff and the shop's own systems do, before it is done: nothing is done that is not written down. */
@Injectable()
export class StaffAuditService {
  constructor(
    private readonly actions: StaffActionRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns its id, to write down how it ended */
  begin({ key, action, orderNumber }: StaffAction): Promise<number> {
    const who = key?.name ?? COMMAND_LINE;
    const at = this.clock.now();
    return this.actions.insert({ at, apiKeyId: key?.id ?? null, who, action, orderNumber });
  }

  async end(id: number, { status, code }: StaffActionEnd): Promise<void> {
    await this.actions.end(id, status, code);
  }
}
