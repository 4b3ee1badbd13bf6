import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';
import type { FulfilmentStep, StepResult, StepSubject } from '../fulfilment-step';
import { Mailer } from '../mail/mailer';
import { DEFERRED_STAFF, parseDeferralId } from './deferral-id';
import { staffMail } from './staff-news';
import { newsOf } from './staff-step-list';
import { StaffRepository } from './staff.repository';

/**
 * Sends an e-mail to one address of staff that the mail server has put off while others got it: greylisting, or a full
 * mailbox (RFC 5321, section 4.2.1). The others do not get it again, and do not wait for the next ones.
 */
@Injectable()
export class DeferredStaffMail {
  readonly steps: readonly FulfilmentStep[];

  constructor(
    private readonly repository: StaffRepository,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {
    this.steps = [
      {
        name: DEFERRED_STAFF,
        channel: 'staff',
        on: 'staff_mail_deferred',
        enabled: config.shopFile.mail.staff.length > 0,
        isAside: true,
        send: (subject) => this.send(subject),
      },
    ];
  }

  private async send({ id, triggerId }: StepSubject): Promise<StepResult> {
    const { place, toldAt } = parseDeferralId(triggerId);
    const { name, mail } = this.config.shopFile;
    const to = mail.staff[place - 1];
    if (to === undefined) return { moot: 'mail.staff has no address in its place any more' };
    const told = await this.repository.toldAt(toldAt);
    const news = told.flatMap(({ row, order }) => newsOf(row, order) ?? []);
    if (news.length === 0) return { moot: 'no longer true when its turn came' };
    await this.mailer.send({ id, to, ...staffMail(news, name) });
  }
}
