import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';
import type { OrderRefund } from '../../../database/schema/tables';
import { FulfilmentStep } from '../fulfilment-step';
import type { FulfilmentTrigger, OrderWithLines } from '../fulfilment-step';
import { Mailer } from './mailer';
import type { MailKind } from './messages/mail-messages.types';
import { orderMail } from './order-mail';

/** Sends e-mails about an order to its shopper. */
@Injectable()
export class OrderMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @param refund what the e-mail is about, if it is about a refund */
  async send(
    kind: MailKind,
    subject: OrderWithLines,
    id: string,
    refund?: OrderRefund,
  ): Promise<void> {
    const { email } = subject.order;
    if (!email) return;
    const mail = orderMail(kind, subject, this.config.shop, refund);
    await this.mailer.send({ id: id.replace(':', '-'), to: email, ...mail });
  }
}

/** Confirms the order. After a delayed payment, such as a bank debit, it says that the payment has arrived. */
@Injectable()
export class ConfirmationMailStep extends FulfilmentStep {
  readonly name = 'confirmation_mail';
  readonly on: FulfilmentTrigger = 'order_confirmed';

  constructor(private readonly mails: OrderMailer) {
    super();
  }

  run(subject: OrderWithLines, id: string): Promise<void> {
    return this.mails.send(subject.order.paidLater ? 'paymentReceived' : 'confirmed', subject, id);
  }
}

@Injectable()
export class PaymentFailedMailStep extends FulfilmentStep {
  readonly name = 'payment_failed_mail';
  readonly on: FulfilmentTrigger = 'payment_failed';

  constructor(private readonly mails: OrderMailer) {
    super();
  }

  run(subject: OrderWithLines, id: string): Promise<void> {
    return this.mails.send('paymentFailed', subject, id);
  }
}

/**
 * Tells of a refund that has reached a status, once for each refund and status. Sends nothing when the refund has moved on
 * before the step runs: what is true now has a step of its own.
 */
@Injectable()
abstract class RefundMailStep extends FulfilmentStep {
  abstract readonly status: OrderRefund['status'];
  abstract readonly kind: MailKind;

  constructor(private readonly mails: OrderMailer) {
    super();
  }

  async run(subject: OrderWithLines, id: string, triggerId: string): Promise<void> {
    const refund = subject.order.refunds.find((one) => one.id === triggerId);
    if (refund?.status === this.status) await this.mails.send(this.kind, subject, id, refund);
  }
}

@Injectable()
export class RefundSucceededMailStep extends RefundMailStep {
  readonly name = 'refund_mail';
  readonly on = 'refund_succeeded';
  readonly status = 'succeeded';
  readonly kind = 'refund';
}

@Injectable()
export class RefundPendingMailStep extends RefundMailStep {
  readonly name = 'refund_pending_mail';
  readonly on = 'refund_pending';
  readonly status = 'pending';
  readonly kind = 'refundPending';
}

@Injectable()
export class RefundRequiresActionMailStep extends RefundMailStep {
  readonly name = 'refund_requires_action_mail';
  readonly on = 'refund_requires_action';
  readonly status = 'requires_action';
  readonly kind = 'refundRequiresAction';
}

@Injectable()
export class RefundFailedMailStep extends RefundMailStep {
  readonly name = 'refund_failed_mail';
  readonly on = 'refund_failed';
  readonly status = 'failed';
  readonly kind = 'refundFailed';
}
