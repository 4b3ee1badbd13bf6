import { Injectable } from '@nestjs/common';
import type { StaffAudit, StaffPageQuery } from '@shop/contract';
import { cursorOf, keyOf, PAGE, pageOf } from '../page-cursor';
import { seesPeople } from '../staff';
import type { Staff } from '../staff';
import { StaffAuditService } from '../staff-audit.service';

/** Lists what staff have done. */
@Injectable()
export class AuditList {
  constructor(private readonly audit: StaffAuditService) {}

  /** Newest first. A viewer does not get what people have written. */
  async list({ after }: StaffPageQuery, staff: Staff): Promise<StaffAudit> {
    const from = after === undefined ? undefined : { id: Number(keyOf(after, /^(\d{1,15})$/)[0]) };
    const rows = await this.audit.page(from, PAGE + 1);
    const { shown, next } = pageOf(rows, ({ id }) => cursorOf(id));
    return {
      actions: shown.map((row) => ({
        at: row.at.toISOString(),
        who: row.who,
        action: row.action,
        orderNumber: row.orderNumber,
        subject: row.subject,
        reason: seesPeople(staff) ? row.reason : null,
        before: row.before,
        after: row.after,
        status: row.status,
        code: row.code,
      })),
      next,
    };
  }
}
