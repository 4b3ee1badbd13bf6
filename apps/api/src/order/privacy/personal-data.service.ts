import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import { findEvents, findTransitions } from '../facts/find-history';
import { findShipments } from '../facts/find-shipments';
import { MailFiles } from '../fulfilment/mail/mail-files';
import { merchantOrder } from '../fulfilment/merchant/merchant-event';
import { ResendService } from '../fulfilment/resend.service';
import { OrderRepository } from '../order.repository';
import { PersonalDataRepository } from './personal-data.repository';
import { stripeIdsOf } from './stripe-ids';

/** Everything that the shop holds of a person, as plain data. */
export interface PersonalData {
  shop: string;
  madeAt: Date;
  /** Each with all that is known of it. */
  orders: ({ order: Pick<OrderRow, 'number'> } & Record<string, unknown>)[];
  /** Declared from the address, or about one of the orders. */
  withdrawals: object[];
  /** Searches for orders by the address that wait, or have just been answered. */
  searches: object[];
  /** E-mails that were written as files, as they were sent. */
  mailFiles: { file: string; text: string }[];
}

/** Gathers what is held of a person. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly repository: PersonalDataRepository,
    private readonly orders: OrderRepository,
    private readonly database: Database,
    private readonly told: ResendService,
    private readonly mailFiles: MailFiles,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @param email of the orders, however its letters are written
   * @returns undefined when no order and no withdrawal has it
   */
  async heldOf(email: string): Promise<PersonalData | undefined> {
    const found = await this.repository.ordersOf(email);
    const numbers = found.map(({ number }) => number);
    const withdrawals = await this.repository.withdrawalsOf(email, numbers);
    if (found.length === 0 && withdrawals.length === 0) return undefined;
    const orders: PersonalData['orders'] = [];
    for (const order of found) orders.push(await this.describe(order));
    const files = await this.mailFiles.findAll(email, [...found, ...withdrawals]);
    const mailFiles = await Promise.all(
      files.map(async (file) => ({ file, text: await this.mailFiles.read(file) })),
    );
    return {
      shop: this.config.shop.name,
      madeAt: this.clock.now(),
      orders,
      withdrawals,
      searches: await this.repository.searchesBy(email),
      mailFiles,
    };
  }

  private async describe(row: OrderRow): Promise<PersonalData['orders'][number]> {
    // What tells browsers and carts apart, and would open the order to whoever reads the document.
    const { browserHash: _browser, requestHash: _request, idempotencyKey: _key, ...order } = row;
    const lines = await this.orders.linesOf(this.database.queries, order.id);
    const told = await this.told.told(order.id);
    const shipments = await findShipments(this.database.queries, order.id);
    const toMerchant = told.filter(({ channel }) => channel === 'merchant');
    return {
      order,
      lines,
      shipments,
      history: await findTransitions(this.database.queries, order.id),
      mails: told.filter(({ channel }) => channel !== 'merchant' && channel !== 'staff'),
      // Events are not kept: each told the order as it was, in these words.
      merchantEvents: {
        steps: toMerchant,
        data: toMerchant.length > 0 ? merchantOrder(row, lines, shipments, this.clock.now()) : null,
      },
      grants: await this.repository.grantsOf(order.id),
      stripeEvents: await findEvents(this.database.queries, stripeIdsOf(row)),
      jobs: await this.repository.jobsOf(order.id),
    };
  }
}
