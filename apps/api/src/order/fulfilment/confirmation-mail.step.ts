import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Mailer } from '../../mail/mailer';
import { confirmationMail } from './confirmation-mail';
import { FulfilmentStep } from './fulfilment-step';
import type { PaidOrder } from './fulfilment-step';

/** Tells the shopper, whether or not they ever come back to the shop. */
@Injectable()
export class ConfirmationMailStep extends FulfilmentStep {
  readonly name = 'confirmation_mail';

  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {
    super();
  }

  async run(paid: PaidOrder): Promise<void> {
    const { email, id } = paid.order;
    if (!email) return;
    await this.mailer.send({
      id: `confirmation-${id}`,
      to: email,
      ...confirmationMail(paid, this.config.shop),
    });
  }
}
