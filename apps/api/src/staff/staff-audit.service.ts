import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { ProblemError } from '../http/errors/problem-error';
import type { Staff } from './staff';
import { StaffActionRepository } from './staff-action.repository';
import type { ActionNote, AuditKey } from './staff-action.repository';

const COMMAND_LINE = 'command line';

/** What somebody does with an order. */
export interface StaffAction {
  /** Undefined: on the command line. */
  staff?: Staff;
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
  begin({ staff, action, orderNumber }: StaffAction): Promise<number> {
    const who = staff?.name ?? COMMAND_LINE;
    const [apiKeyId, personId] = [staff?.apiKeyId ?? null, staff?.personId ?? null];
    return this.actions.insert({
      at: this.clock.now(),
      apiKeyId,
      personId,
      who,
      action,
      orderNumber,
    });
  }

  /** Adds why it is done, what it is about, and how that was before and is after. */
  async note(id: number, note: ActionNote): Promise<void> {
    await this.actions.note(id, note);
  }

  async end(id: number, { status, code }: StaffActionEnd): Promise<void> {
    await this.actions.end(id, status, code);
  }

  /** Newest first. */
  page = (after: AuditKey | undefined, limit: number) => this.actions.page(after, limit);

  /** About one order, oldest first. */
  ofOrder = (orderNumber: string, limit: number) => this.actions.ofOrder(orderNumber, limit);
}
