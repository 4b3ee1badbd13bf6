import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { isDue } from '../facts/goods-due';
import { FulfilmentService } from '../fulfilment/fulfilment.service';
import { parseStep } from '../fulfilment/judge-step';
import { isSentConfirmation } from '../fulfilment/mail/mail-rules';
import { ResendService } from '../fulfilment/resend.service';
import { OrderRepository } from '../order.repository';
import { ConfirmationGrantRepository } from './confirmation-grant.repository';
import { correctableUntil } from './correctable-until';

const CONFIRMATION = 'confirmation_mail';

/** Told whatever was told before. A late one is not, once another has gone out. */
const isFirstConfirmation = ({ step }: Pick<FulfilmentRow, 'step'>): boolean =>
  parseStep(step).name === CONFIRMATION;

/** Corrects the e-mail address of an order, and sends again what it was told. */
@Injectable()
export class AddressService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly grants: ConfirmationGrantRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly resends: ResendService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends again, to the address that the order has, what it refused, in its order; where it refused nothing, the last
   * e-mail.
   * @throws ProblemError CONFIRMATION_NOT_SENT when none is still true
   */
  async resend(orderId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.lock(tx, orderId);
      if (!order.email || !(await this.sendAgain(tx, order)))
        throw new ProblemError('CONFIRMATION_NOT_SENT');
    });
  }

  /**
   * Corrects the address for the shopper, once within an hour of paying, and sends the last e-mail there.
   * @throws ProblemError EMAIL_NOT_CHANGEABLE
   */
  async correctForShopper(orderId: string, email: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await this.lock(tx, orderId);
      if (!correctableUntil(order, this.clock.now()))
        throw new ProblemError('EMAIL_NOT_CHANGEABLE');
      await this.change(tx, order, email, 'shopper set-email');
    });
  }

  /**
   * Corrects the address for staff, at any time.
   * @param reason why: stored with the order's history
   * @returns `sent`: there is a confirmation, which is sent to the new address; `held`: what the order tells is held back
   */
  async correctForStaff(
    orderId: string,
    email: string,
    reason: string,
  ): Promise<'sent' | 'held' | 'none'> {
    return this.database.transaction(async (tx) => {
      const order = await this.lock(tx, orderId);
      await this.change(tx, order, email, `command set-email: ${reason}`);
      if (order.tellingHeldAt) return 'held';
      return this.hasConfirmation(order) ? 'sent' : 'none';
    });
  }

  /** Whoever came by the old address sees the order masked from now on: its links, and what it has opened. */
  private async change(tx: Transaction, order: OrderRow, email: string, cause: string) {
    const now = this.clock.now();
    const { id, status, version } = order;
    // Nobody is told about it any more.
    if (order.erasedAt) throw new ProblemError('EMAIL_NOT_CHANGEABLE');
    await this.orders.updateLocked(tx, id, { email, emailCorrectedAt: now, version: version + 1 });
    await this.orders.recordTransition(tx, {
      orderId: id,
      fromStatus: status,
      toStatus: status,
      cause,
      at: now,
    });
    await this.grants.endThoseOfAddress(tx, id);
    // What the old address refused goes to the new one, and so does the confirmation.
    await this.resends.resendRefused(tx, id, 'mail');
    await this.sendLast(tx, order);
  }

  private hasConfirmation(order: OrderRow): boolean {
    return order.releasedAt !== null && isDue(order);
  }

  /** @returns whether there is an e-mail that is still true, and not held back */
  private async sendAgain(tx: Transaction, order: OrderRow): Promise<boolean> {
    const refused = await this.resends.resendRefused(tx, order.id, 'mail');
    if (refused.length > 0) return true;
    const last = await this.resends.lastTrue(tx, order.id, 'mail');
    // A mailbox can drop what it has by its id: a confirmation gets a new one.
    if (!last || isSentConfirmation(last)) return this.sendLast(tx, order);
    return (await this.resends.resendWithin(tx, order.id, 'mail', last.step)) !== undefined;
  }

  /** The confirmation while the goods are due, else what was told last and is still true. @returns whether there is one */
  private async sendLast(tx: Transaction, order: OrderRow): Promise<boolean> {
    // What waits for a person's word goes to the address that the order has then.
    if (order.tellingHeldAt) return false;
    if (!this.hasConfirmation(order))
      return (await this.resends.resendWithin(tx, order.id, 'mail')) !== undefined;
    const last = await this.resends.lastTrue(tx, order.id, 'mail', isFirstConfirmation);
    // One that has not gone out goes to the address of now: it is tried at once, and is not sent twice.
    if (last && !isSentConfirmation(last))
      return (await this.resends.resendWithin(tx, order.id, 'mail', last.step)) !== undefined;
    await this.fulfilment.stageAgain(tx, order.id, CONFIRMATION);
    return true;
  }

  private async lock(tx: Transaction, orderId: string): Promise<OrderRow> {
    const order = await this.orders.lockById(tx, orderId);
    if (!order) throw new ProblemError('ORDER_NOT_FOUND');
    return order;
  }
}
