import type { StaffActionRow } from '../database/schema/staff-tables';
import { ErasureRefusedError } from '../order/privacy/erasure-plan';
import { asRefusal, impossible } from '../staff/actions/as-refusal';
import { endOf } from '../staff/staff-audit.service';
import type { StaffAuditService } from '../staff/staff-audit.service';
import { CommandError } from './command-error';

/** What a command is about, and why. Only the reason may say something of a shopper. */
export type About = Partial<Pick<StaffActionRow, 'orderNumber' | 'subject' | 'reason'>>;

/**
 * Does what a command is for, written down before it begins and when it has ended.
 * @param action as the audit names the same call by HTTP
 * @param work gets the id under which it is written down
 * @param status of the same call by HTTP when it is done
 */
export async function audited<Answer>(
  audit: StaffAuditService,
  action: string,
  { orderNumber = null, ...more }: About,
  work: (actionId: number) => Promise<Answer>,
  status = 200,
): Promise<Answer> {
  const id = await audit.begin({ action, orderNumber });
  try {
    if (Object.keys(more).length > 0) await audit.note(id, more);
    const answer = await work(id);
    await audit.end(id, { status, code: null });
    return answer;
  } catch (error) {
    await audit.end(id, endOf(asRefused(error)));
    throw error;
  }
}

/** As the same call by HTTP is refused. */
const asRefused = (error: unknown) =>
  error instanceof CommandError || error instanceof ErasureRefusedError
    ? impossible(error.message)
    : asRefusal(error);
