import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { findShipmentsOf } from '../facts/find-shipments';
import { withdrawalEnd } from '../facts/withdrawal-period';
import { OrderRepository } from '../order.repository';
import { orderAsOf } from './order-as-of';
import { faultOf } from './withdrawal-chain';
import { WithdrawalRepository } from './withdrawal.repository';
import type { WithdrawalPage } from './withdrawal.repository';

/** Records read at once while the chain is checked. */
const PAGE = 1000;

/** What is said of a withdrawal whose number no order has. */
const UNKNOWN = { order: 'unknown', inTime: null, periodEnds: null, exempt: null } as const;

/** What `verify` has found. */
interface Verification {
  records: number;
  /** Of them without the words of their person, who was erased. */
  erased: number;
  /** Of the last record. Kept elsewhere, it tells later whether records were cut off behind it. */
  lastHash: string | null;
  faults: { sequence: number | null; reference: string; fault: string }[];
}

/** Reads the recorded withdrawals, for a person. */
@Injectable()
export class WithdrawalRecords {
  constructor(
    private readonly database: Database,
    private readonly repository: WithdrawalRepository,
    private readonly orders: OrderRepository,
    private readonly config: Config,
  ) {}

  /** The newest first, each with its order, its period and what has become of its acknowledgement. */
  async list(page: WithdrawalPage) {
    const rows = await this.repository.newest(page);
    const sent = await this.repository.deliveriesOf(rows.map(({ reference }) => reference));
    const judged = await this.judge(rows);
    return rows.map((row) => {
      const last = sent.findLast(({ reference }) => reference === row.reference);
      return {
        sequence: row.sequence,
        reference: row.reference,
        receivedAt: row.receivedAt,
        orderNumber: row.orderNumber,
        ...judged(row),
        name: row.name,
        email: row.email,
        items: row.items,
        reason: row.reason,
        erasedAt: row.erasedAt,
        acknowledgement: last?.outcome ?? ('pending' as const),
        code: last?.code ?? null,
      };
    });
  }

  /** What waits for a person, of those received since then. */
  async waiting(since: Date) {
    return {
      refused: await this.repository.waiting('refused', since),
      orderUnknown: await this.repository.waiting('orderUnknown', since),
    };
  }

  /** Reads the orders of all of them together. @returns what one's order says of it */
  private async judge(rows: WithdrawalRow[]) {
    const { queries } = this.database;
    const found = await this.orders.findByNumbers(rows.map(({ orderNumber }) => orderNumber));
    const ids = found.map(({ id }) => id);
    const lines = await this.orders.linesOfAll(queries, ids);
    const parcels = await findShipmentsOf(queries, ids);
    return ({ orderNumber, receivedAt }: WithdrawalRow) => {
      const order = found.find(({ number }) => number === orderNumber);
      if (!order) return UNKNOWN;
      const isOfOrder = ({ orderId }: { orderId: string }) => orderId === order.id;
      const own = lines.filter(isOfOrder);
      const then = orderAsOf(order, receivedAt);
      const facts = { order: then, lines: own, parcels: parcels.filter(isOfOrder) };
      const periodEnds = withdrawalEnd(this.config.shopFile.withdrawal, facts, receivedAt);
      return {
        order: order.status,
        inTime: periodEnds ? receivedAt < periodEnds : false,
        periodEnds: periodEnds ?? null,
        exempt: own.filter(({ withdrawalExempt }) => withdrawalExempt).length,
      };
    };
  }

  /** Checks every record against its hash and the one before it. */
  async verify(): Promise<Verification> {
    const faults: Verification['faults'] = [];
    let last: { sequence: number; hash: string } | undefined;
    let records = 0;
    let erased = 0;
    for (;;) {
      const rows = await this.repository.after(last?.sequence ?? 0, PAGE);
      for (const row of rows) {
        const fault = faultOf(last, row);
        if (fault) faults.push({ sequence: row.sequence, reference: row.reference, fault });
        last = row;
      }
      records += rows.length;
      erased += rows.filter(({ erasedAt }) => erasedAt).length;
      if (rows.length < PAGE) break;
    }
    for (const reference of await this.repository.withoutRecord())
      faults.push({ sequence: null, reference, fault: 'its record is gone' });
    return { records, erased, lastHash: last?.hash ?? null, faults };
  }
}
