import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { caps } from '../database/caps';
import { describeError } from '../http/logging/describe-error';
import { JobQueue } from '../jobs/job-queue';
import { MailFiles } from '../order/fulfilment/mail/mail-files';
import { ConfirmationAccessService } from '../order/confirmation/confirmation-access.service';
import { SweepService } from '../order/reconciliation/sweep.service';
import { OldEventsRepository } from './old-events.repository';
import { OldStaffRepository } from './old-staff.repository';
import { UnpaidOrdersRepository } from './unpaid-orders.repository';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Rows, or files, removed in one sweep, of each kind: one statement with so many ends well within its time-out. */
const MAX_ROWS_A_SWEEP = 1000;

/** Removes, as a part of each sweep, what is not needed any more. `caps` says how old it gets. */
@Injectable()
export class HousekeepingService implements OnModuleInit {
  private readonly logger = new Logger('Housekeeping');

  constructor(
    private readonly sweep: SweepService,
    private readonly access: ConfirmationAccessService,
    private readonly unpaid: UnpaidOrdersRepository,
    private readonly events: OldEventsRepository,
    private readonly staff: OldStaffRepository,
    private readonly mailFiles: MailFiles,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst('housekeeping', () => this.tidy());
  }

  /** Logs its errors, so that the rest of the sweep still runs. */
  private async tidy(): Promise<void> {
    await this.remove('expired grants', () => this.access.removeExpired(MAX_ROWS_A_SWEEP));
    await this.remove('searches for orders', () => this.jobs.removeEnded('order.find'));
    await this.remove('orders that were never paid', () =>
      this.unpaid.remove(this.daysAgo(caps.unpaidOrderDays.max), MAX_ROWS_A_SWEEP),
    );
    await this.remove('events', () =>
      this.events.remove(this.daysAgo(caps.webhookEventDays.max), MAX_ROWS_A_SWEEP),
    );
    await this.remove('records of staff', () =>
      this.staff.removeActions(this.daysAgo(caps.staffActionDays.max), MAX_ROWS_A_SWEEP),
    );
    await this.remove('sessions of staff', () =>
      this.staff.removeSignIns(this.daysAgo(caps.staffSessionDays.max), MAX_ROWS_A_SWEEP),
    );
    await this.remove('files of e-mails', () =>
      this.mailFiles.removeOlderThan(this.daysAgo(caps.mailFileDays.max), MAX_ROWS_A_SWEEP),
    );
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MS);
  }

  private async remove(what: string, work: () => Promise<number>): Promise<void> {
    try {
      const removed = await work();
      if (removed > 0) this.logger.log({ removed }, `removed ${what}`);
    } catch (error) {
      this.logger.warn(describeError(error), `could not remove ${what}`);
    }
  }
}
