import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';
import { FulfilmentStep } from '../fulfilment-step';
import type { FulfilmentTrigger, OrderWithLines } from '../fulfilment-step';
import { Mailer } from './mailer';
import type { MailKind } from './messages/mail-messages.types';
import { orderMail } from './order-mail';
import { RefundReader } from './refund-reader';

/** Sends e-mails about an order to its shopper. */
@Injectable()
export class OrderMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @param refundMinor the amount of the refund that the e-mail is about, in minor units */
  async send(kind: MailKind, subject: OrderWithLines, id: string, refundMinor = 0): Promise<void> {
    const { email } = subject.order;
    if (!email) return;
    const mail = orderMail(kind, subject, this.config.shop, refundMinor);
    await this.mailer.send({ id: id.replace(':', '-'), to: email, ...mail });
  }
}

/** Confirms the order. After a delayed payment, such as a bank debit, it says that the payment has arrived. */
@Injectable()
export class ConfirmationMailStep extends FulfilmentStep {
  readonly name = 'confirmation_mail';
  readonly on: FulfilmentTrigger = 'paid';

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

/** Runs once for each refund, full or partial. Sends nothing for a refund that failed before the step ran. */
@Injectable()
export class RefundMailStep extends FulfilmentStep {
  readonly name = 'refund_mail';
  readonly on: FulfilmentTrigger = 'refunded';

  constructor(
    private readonly mails: OrderMailer,
    private readonly refunds: RefundReader,
  ) {
    super();
  }

  async run(subject: OrderWithLines, id: string, triggerId: string): Promise<void> {
    const refund = await this.refunds.findRefund(triggerId);
    if (refund) await this.mails.send('refund', subject, id, refund.amountMinor);
  }
}
