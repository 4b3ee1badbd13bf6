import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';
import { Mailer } from './mailer';
import { StripeSessionReader } from '../../sync/stripe-session.reader';
import { FulfilmentStep } from '../fulfilment-step';
import type { OrderMoment, OrderWithLines } from '../fulfilment-step';
import type { MailKind } from './messages/mail-messages.types';
import { orderMail } from './order-mail';

/** Writes to the shopper, whether or not they ever come back to the shop. */
@Injectable()
export class OrderMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @param refundMinor what this one refund gives back, for the news of it */
  async tell(kind: MailKind, subject: OrderWithLines, id: string, refundMinor = 0): Promise<void> {
    const { email } = subject.order;
    if (!email) return;
    const mail = orderMail(kind, subject, this.config.shop, refundMinor);
    await this.mailer.send({ id: id.replace(':', '-'), to: email, ...mail });
  }
}

/** The confirmation; of a bank payment, the news that it has arrived. */
@Injectable()
export class ConfirmationMailStep extends FulfilmentStep {
  readonly name = 'confirmation_mail';
  readonly on: OrderMoment = 'paid';

  constructor(private readonly mails: OrderMailer) {
    super();
  }

  run(subject: OrderWithLines, id: string): Promise<void> {
    return this.mails.tell(subject.order.paidLater ? 'paymentReceived' : 'confirmed', subject, id);
  }
}

@Injectable()
export class PaymentFailedMailStep extends FulfilmentStep {
  readonly name = 'payment_failed_mail';
  readonly on: OrderMoment = 'payment_failed';

  constructor(private readonly mails: OrderMailer) {
    super();
  }

  run(subject: OrderWithLines, id: string): Promise<void> {
    return this.mails.tell('paymentFailed', subject, id);
  }
}

/** Once for each refund, full or partial; not for one that has failed before its e-mail was written. */
@Injectable()
export class RefundMailStep extends FulfilmentStep {
  readonly name = 'refund_mail';
  readonly on: OrderMoment = 'refunded';

  constructor(
    private readonly mails: OrderMailer,
    private readonly sessions: StripeSessionReader,
  ) {
    super();
  }

  async run(subject: OrderWithLines, id: string, stripeRefundId: string): Promise<void> {
    const refund = await this.sessions.findRefund(stripeRefundId);
    if (refund) await this.mails.tell('refund', subject, id, refund.amountMinor);
  }
}
