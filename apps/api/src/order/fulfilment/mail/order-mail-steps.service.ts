import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock/clock';
import { Config } from '../../../config/config';
import { OrderLinkService } from '../../link/order-link.service';
import type { FulfilmentStep, StepSubject } from '../fulfilment-step';
import { MAIL_STEPS } from './mail-steps';
import { Mailer } from './mailer';
import type { MailKind } from './messages/mail-kind';
import { orderMail } from './order-mail';

/** The steps of the channel `mail`: e-mails about an order to its shopper. */
@Injectable()
export class OrderMailSteps {
  readonly steps: readonly FulfilmentStep[] = MAIL_STEPS.map(({ kind, ...step }) => ({
    ...step,
    channel: 'mail',
    enabled: true,
    send: (subject) => this.send(typeof kind === 'string' ? kind : kind(subject.order), subject),
  }));

  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly links: OrderLinkService,
    private readonly clock: Clock,
  ) {}

  private async send(kind: MailKind, subject: StepSubject): Promise<void> {
    const { order, id, triggerId } = subject;
    const refund = order.refunds.find((one) => one.id === triggerId);
    const { shopFile: file, shop } = this.config;
    const orderUrl = await this.links.urlOf(order);
    const words = { file, url: shop.url, orderUrl };
    const parcel = subject.shipments.find((one) => one.id === triggerId);
    const mail = orderMail(kind, { ...subject, parcel }, words, this.clock.now(), refund);
    await this.mailer.send({
      id,
      to: order.email ?? '',
      thread: `order-${order.number.toLowerCase()}`,
      ...mail,
    });
  }
}
