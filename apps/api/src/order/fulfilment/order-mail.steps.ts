import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Mailer } from '../../mail/mailer';
import { FulfilmentStep } from './fulfilment-step';
import type { OrderMoment, OrderWithLines } from './fulfilment-step';
import type { MailKind } from './mail-words';
import { orderMail } from './order-mail';

/** Tells the shopper by e-mail, whether or not they ever come back to the shop. */
abstract class OrderMailStep extends FulfilmentStep {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {
    super();
  }

  protected abstract kindFor(subject: OrderWithLines): MailKind;

  async run(subject: OrderWithLines, id: string): Promise<void> {
    const { email } = subject.order;
    if (!email) return;
    const mail = orderMail(this.kindFor(subject), subject, this.config.shop);
    await this.mailer.send({ id: id.replace(':', '-'), to: email, ...mail });
  }
}

/** The confirmation; of a bank payment, the news that it has arrived. */
@Injectable()
export class ConfirmationMailStep extends OrderMailStep {
  readonly name = 'confirmation_mail';
  readonly on: OrderMoment = 'paid';

  constructor(mailer: Mailer, config: Config) {
    super(mailer, config);
  }

  protected kindFor({ order }: OrderWithLines): MailKind {
    return order.paidLater ? 'paymentReceived' : 'confirmed';
  }
}

@Injectable()
export class PaymentFailedMailStep extends OrderMailStep {
  readonly name = 'payment_failed_mail';
  readonly on: OrderMoment = 'payment_failed';

  constructor(mailer: Mailer, config: Config) {
    super(mailer, config);
  }

  protected kindFor(): MailKind {
    return 'paymentFailed';
  }
}

/** Once for each refund, full or partial. */
@Injectable()
export class RefundMailStep extends OrderMailStep {
  readonly name = 'refund_mail';
  readonly on: OrderMoment = 'refunded';

  constructor(mailer: Mailer, config: Config) {
    super(mailer, config);
  }

  protected kindFor(): MailKind {
    return 'refund';
  }
}
