import { endOf } from '../staff/staff-audit.service';
import type { StaffAuditService } from '../staff/staff-audit.service';

/**
 * Does what a command is for, written down before it begins and when it has ended.
 * @param status of the same call by HTTP when it is done
 * @param work gets the id under which it is written down
 */
export async function audited<Answer>(
  audit: StaffAuditService,
  action: string,
  orderNumber: string | null,
  status: number,
  work: (actionId: number) => Promise<Answer>,
): Promise<Answer> {
  const id = await audit.begin({ action, orderNumber });
  try {
    const answer = await work(id);
    await audit.end(id, { status, code: null });
    return answer;
  } catch (error) {
    await audit.end(id, endOf(error));
    throw error;
  }
}
