import { Injectable } from '@nestjs/common';
import type { StaffWithdrawals, StaffWithdrawalsQuery } from '@shop/contract';
import { WithdrawalRecords } from '../../order/withdrawal/withdrawal-records.service';
import { cursorOf, keyOf, PAGE, pageOf } from '../page-cursor';
import { seesPeople } from '../staff';
import type { Staff } from '../staff';

type Recorded = Awaited<ReturnType<WithdrawalRecords['list']>>[number];

/** Lists the recorded withdrawals. */
@Injectable()
export class WithdrawalList {
  constructor(private readonly records: WithdrawalRecords) {}

  /** Newest first. A viewer does not get who has withdrawn, nor what they have written. */
  async list({ filter, after }: StaffWithdrawalsQuery, staff: Staff): Promise<StaffWithdrawals> {
    const before = after === undefined ? undefined : Number(keyOf(after, /^(\d{1,9})$/)[0]);
    const rows = await this.records.list({ limit: PAGE + 1, before, filter });
    const { shown, next } = pageOf(rows, ({ sequence }) => cursorOf(sequence));
    return { withdrawals: shown.map((row) => withdrawal(row, seesPeople(staff))), next };
  }
}

function withdrawal(row: Recorded, isNamed: boolean): StaffWithdrawals['withdrawals'][number] {
  const isKnown = row.order !== 'unknown';
  const said = isNamed && !row.erasedAt;
  return {
    reference: row.reference,
    receivedAt: row.receivedAt.toISOString(),
    // What is no number of an order may be any words, such as a name: an erasure empties it.
    orderNumber: isKnown || isNamed ? row.orderNumber || null : null,
    orderStatus: isKnown ? row.order : null,
    inTime: row.inTime,
    periodEndsAt: row.periodEnds?.toISOString() ?? null,
    exemptLines: row.exempt,
    name: said ? row.name : null,
    email: said ? row.email : null,
    items: said ? row.items : null,
    reason: said ? row.reason : null,
    erasedAt: row.erasedAt?.toISOString() ?? null,
    acknowledgement: row.acknowledgement,
    code: row.code,
  };
}
