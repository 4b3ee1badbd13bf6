import { Injectable } from '@nestjs/common';
import { requireClosed } from '../order/privacy/erasure-plan';
import { ErasureService } from '../order/privacy/erasure.service';
import { PersonalDataService } from '../order/privacy/personal-data.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import type { About } from './audited';
import { CommandError, UsageError } from './command-error';
import type { CommandOptions } from './command-options';
import { noticeOf } from './print';
import type { Person } from './terminal';

const MAX_REASON = 300;
const ERASE = `erase <e-mail> --reason "<why, at most ${MAX_REASON} characters>" [--force] [--yes]`;

/** The address is not repeated: what is printed is kept in logs of terminals. */
const NOBODY = 'No order and no withdrawal has this e-mail address.';

/** The commands about a person's data: `npm run orders -- export` and `erase`. */
@Injectable()
export class PersonCommands {
  constructor(
    private readonly data: PersonalDataService,
    private readonly erasure: ErasureService,
    private readonly audit: StaffAuditService,
  ) {}

  /** @throws CommandError when nothing is held of the address */
  async export(email: string): Promise<object> {
    return audited(this.audit, 'exportPerson', {}, async (actionId) => {
      const held = await this.data.heldOf(email);
      if (!held) throw new CommandError(NOBODY);
      const numbers = held.orders.map(({ order }) => order.number);
      await this.audit.note(actionId, aboutOrders(numbers));
      return held;
    });
  }

  /** Says what it would do, asks, and does it. @throws CommandError when nothing was erased */
  async erase(
    args: string[],
    { reason = '', force, yes }: CommandOptions,
    { say, confirm }: Person,
  ): Promise<object> {
    const [email, ...others] = args;
    const why = reason.trim();
    if (!email || others.length > 0 || !why || why.length > MAX_REASON)
      throw new UsageError(`Usage: npm run orders -- ${ERASE}`);
    const plan = await this.erasure.plan(email);
    if (!plan) throw new CommandError(NOBODY);
    const isForced = force === true;
    if (!isForced) requireClosed(plan.orders);
    say(noticeOf({ 'to be erased': plan }));
    if (!yes && !(await confirm('Erase the personal data of these orders for good? (yes/no)')))
      throw new CommandError('Nothing was erased: it wants the answer yes, or --yes.');
    const numbers = plan.orders.map(({ orderNumber }) => orderNumber);
    return audited(this.audit, 'erasePerson', aboutOrders(numbers), async (actionId) => {
      const erased = await this.erasure.erase(email, why, isForced);
      // Now it is known not to name the person. Without an order nobody has looked.
      if (erased.orders > 0) await this.audit.note(actionId, { reason: why });
      return { erased };
    });
  }
}

/** The orders of a person, who is not named: one is found in the order's own history. */
const aboutOrders = (numbers: string[]): About =>
  numbers.length > 1 ? { subject: numbers.join(' ') } : { orderNumber: numbers[0] ?? null };
