import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import { findShipments } from '../facts/find-shipments';
import { lastDelivery, withdrawalEnd } from '../facts/withdrawal-period';
import { OrderRepository } from '../order.repository';
import { faultOf } from './withdrawal-chain';
import { WithdrawalRepository } from './withdrawal.repository';

/** Records read at once while the chain is checked. */
const PAGE = 1000;

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
  async list(limit: number) {
    const rows = await this.repository.newest(limit);
    const sent = await this.repository.deliveriesOf(rows.map(({ reference }) => reference));
    const listed = [];
    for (const row of rows) {
      const last = sent.findLast(({ reference }) => reference === row.reference);
      listed.push({
        sequence: row.sequence,
        reference: row.reference,
        receivedAt: row.receivedAt,
        orderNumber: row.orderNumber,
        ...(await this.judged(row.orderNumber, row.receivedAt)),
        name: row.name,
        email: row.email,
        items: row.items ?? 'all',
        reason: row.reason,
        erasedAt: row.erasedAt,
        acknowledgement: last?.outcome ?? 'pending',
        code: last?.code ?? null,
      });
    }
    return listed;
  }

  private async judged(orderNumber: string, receivedAt: Date) {
    const order = await this.orders.findByNumber(orderNumber);
    if (!order) return { order: 'unknown', inTime: null, periodEnds: null, exempt: null };
    const lines = await this.orders.linesOf(this.database.queries, order.id);
    const parcels = await findShipments(this.database.queries, order.id);
    const deliveredAt = lastDelivery(order, parcels);
    const facts = { order, lines, deliveredAt };
    const periodEnds = withdrawalEnd(this.config.shopFile.withdrawal, facts);
    return {
      order: order.status,
      inTime: periodEnds ? receivedAt < periodEnds : false,
      periodEnds: periodEnds ?? null,
      exempt: lines.filter(({ withdrawalExempt }) => withdrawalExempt).length,
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
