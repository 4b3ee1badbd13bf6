import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../clock/clock';
import { Config } from '../../../config/config';
import { Deployment } from '../../../deployment/deployment';
import { RateLimiter } from '../../../rate-limit/rate-limiter';
import type { FulfilmentRow } from '../../../database/schema/fulfilment-tables';
import type { FulfilmentStep, StepResult, StepSubject } from '../fulfilment-step';
import { Mailer } from '../mail/mailer';
import type { RefusedRecipient } from '../mail/smtp-refusal';
import { planStaffMail, WINDOW_MS } from './plan-staff-mail';
import { staffMail, staffNews } from './staff-news';
import type { StaffNews, StaffTrigger } from './staff-news';
import { newsOf, STAFF_STEPS, staffStepOf } from './staff-step-list';
import { StaffRepository } from './staff.repository';

const MOST_IN_DIGEST = 200;

/**
 * The steps of the channel `staff`: e-mails to the addresses of the shop's file. Few go out one by one; a flood goes out
 * as a digest: see `planStaffMail`. The jobs of this channel run one at a time, so the e-mails can be counted.
 */
@Injectable()
export class StaffSteps {
  readonly steps: readonly FulfilmentStep[];
  private readonly logger = new Logger('StaffMail');

  constructor(
    private readonly repository: StaffRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly deployment: Deployment,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
  ) {
    const enabled = config.shopFile.mail.staff.length > 0;
    this.steps = STAFF_STEPS.map((step) => ({
      ...step,
      channel: 'staff',
      enabled,
      send: (subject) => this.send(step.on, subject),
    }));
  }

  private async send(trigger: StaffTrigger, subject: StepSubject): Promise<StepResult> {
    const { order, id, triggerId, stagedAt, hasWaited } = subject;
    const now = this.clock.now();
    const sentAt = await this.repository.sentSince(new Date(now.getTime() - WINDOW_MS));
    const plan = planStaffMail(hasWaited, sentAt, now);
    if (typeof plan === 'object') return plan;
    const others = plan === 'digest' ? await this.othersThan(id, now) : [];
    const own = staffNews(trigger, triggerId, order, stagedAt);
    const news = [own, ...others.map((one) => one.news)];
    const missed = await this.mailer.send({
      id,
      to: this.config.shopFile.mail.staff,
      ...staffMail(news, this.config.shopFile.name),
    });
    await this.tellRefused(
      missed.filter(({ isFinal }) => isFinal),
      order.number,
    );
    const deferred = missed.filter(({ isFinal }) => !isFinal).map(({ place }) => place);
    return { alsoTold: others.map(({ row }) => row), deferred };
  }

  /** The others have got the e-mail: it is not sent again. One alert a day for each address and answer. */
  private async tellRefused(refused: RefusedRecipient[], orderNumber: string): Promise<void> {
    for (const { place, code } of refused) {
      if (!(await this.limiter.allows('staff_address_alert', `${place} ${code}`))) continue;
      const reason = `the mail server refused address ${place} of mail.staff, others got the e-mail: correct it in the shop's file`;
      this.logger.error({ alert: true, orderNumber, code, reason }, 'address of staff refused');
    }
  }

  /** What else is due, and still true. What repeats another step is left to its own turn. */
  private async othersThan(
    ownId: string,
    now: Date,
  ): Promise<{ row: FulfilmentRow; news: StaffNews }[]> {
    const due = await this.repository.due(now, MOST_IN_DIGEST);
    return due.flatMap(({ row, order }) => {
      const isOwn = `${row.step}-${order.id}` === ownId;
      const isLeft = isOwn || this.deployment.isOther(order.deploymentId);
      const news = isLeft || staffStepOf(row)?.repeats ? undefined : newsOf(row, order);
      return news ? [{ row, news }] : [];
    });
  }
}
