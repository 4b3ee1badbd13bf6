import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { erasedFacts } from '../facts/erased-facts';
import { ERASED } from '../fulfilment/judge-step';
import { MailFiles } from '../fulfilment/mail/mail-files';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { ErasureRefusedError, requireClosed } from './erasure-plan';
import type { Erased, ErasurePlan } from './erasure-plan';
import { ErasureRepository } from './erasure.repository';
import { PersonalDataRepository } from './personal-data.repository';
import { longEnough, namesPerson, personalWords } from './personal-words';
import { reasonsOpen } from './reasons-open';
import { stripeIdsOf } from './stripe-ids';

/** Removes a person from the orders, and keeps the books. */
@Injectable()
export class ErasureService {
  private readonly logger = new Logger('Erasure');

  constructor(
    private readonly database: Database,
    private readonly repository: ErasureRepository,
    private readonly orders: OrderRepository,
    private readonly held: PersonalDataRepository,
    private readonly transitions: OrderTransitionsService,
    private readonly mailFiles: MailFiles,
    private readonly clock: Clock,
  ) {}

  /** What `erase` would do now. Changes nothing. @returns undefined when no order and no withdrawal has this address */
  async plan(email: string): Promise<ErasurePlan | undefined> {
    const orders = await this.held.ordersOf(email);
    const numbers = orders.map(({ number }) => number);
    const withdrawals = await this.held.withdrawalsOf(email, numbers);
    if (orders.length === 0 && withdrawals.length === 0) return undefined;
    const ids = orders.map(({ id }) => id);
    return {
      orders: await this.judge(this.database.queries, orders),
      withdrawals: withdrawals.length,
      grants: await this.repository.countGrants(ids),
      mailFiles: (await this.mailFiles.findAll(email, [...orders, ...withdrawals])).length,
    };
  }

  /**
   * Erases the person from all orders and withdrawals with this address, or from none: rows, jobs and files in one
   * transaction, whose orders and jobs are locked.
   * @param reason why, in a person's words: kept with each order's history
   * @param isForced also orders that still need the data
   * @returns how many orders and withdrawals; 0 when none has this address
   * @throws ErasureRefusedError
   */
  async erase(email: string, reason: string, isForced: boolean): Promise<Erased> {
    const erased = await this.database.transaction(async (tx) => {
      const orders = await this.repository.lock(tx, email);
      if (namesPerson(reason, orders))
        throw new ErasureRefusedError('The reason is kept, so it must not name the person.');
      if (!isForced) requireClosed(await this.judge(tx, orders));
      return this.remove(tx, email, orders, reason);
    });
    for (const orderNumber of erased.orderNumbers)
      this.logger.log({ orderNumber }, 'personal data erased');
    return { orders: erased.orderNumbers.length, withdrawals: erased.withdrawals.length };
  }

  private async remove(tx: Transaction, email: string, orders: OrderRow[], reason: string) {
    const now = this.clock.now();
    const ids = orders.map(({ id }) => id);
    const orderNumbers = orders.map(({ number }) => number);
    if (await this.repository.holdJobs(tx, email, ids))
      throw new ErasureRefusedError('Something is being told about it right now: try again.');
    await this.repository.endMails(tx, ids, ERASED, now);
    await this.repository.removeGrants(tx, ids);
    await this.repository.removeTracking(tx, ids);
    await this.repository.cutCauses(tx, ids);
    for (const order of orders) {
      const version = order.version + 1;
      const changes = { ...erasedFacts(order), erasedAt: now, version };
      await this.orders.updateLocked(tx, order.id, changes);
      await this.transitions.recordDecision(tx, order, `command erase: ${reason}`);
    }
    const withdrawals = await this.repository.emptyWithdrawals(tx, email, orderNumbers, now);
    await this.repository.emptyReasons(tx, {
      orderNumbers,
      subjects: [...orders.flatMap(stripeIdsOf), ...withdrawals.map(({ reference }) => reference)],
      words: longEnough([
        email.trim(),
        ...orders.flatMap(personalWords),
        ...withdrawals.flatMap((row) => [row.name, row.email]),
      ]),
    });
    await this.repository.removeSearches(tx, email);
    await this.repository.clearJobs(tx, [email, ...orders.flatMap(termsOf)]);
    // Last: when a file stays, so do the rows, and the person is found again.
    await this.mailFiles.removeAll(
      await this.mailFiles.findAll(email, [...orders, ...withdrawals]),
    );
    return { orderNumbers, withdrawals };
  }

  private async judge(queries: Transaction, orders: OrderRow[]): Promise<ErasurePlan['orders']> {
    const steps = await this.repository.stepsOf(
      queries,
      orders.map(({ id }) => id),
    );
    return orders.map((order) => ({
      orderNumber: order.number,
      status: order.status,
      createdAt: order.createdAt,
      totalMinor: order.totalMinor,
      currency: order.currency,
      open: reasonsOpen(
        order,
        steps.filter(({ orderId }) => orderId === order.id),
      ),
    }));
  }
}

/** What a job of these orders, or why it failed, has in it. */
const termsOf = (order: OrderRow): string[] => [
  order.id,
  ...stripeIdsOf(order),
  ...personalWords(order),
];
