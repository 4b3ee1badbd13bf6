import { Injectable } from '@nestjs/common';
import { requireClosed } from '../order/privacy/erasure-plan';
import { ErasureService } from '../order/privacy/erasure.service';
import { PersonalDataService } from '../order/privacy/personal-data.service';
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
  ) {}

  /** @throws CommandError when nothing is held of the address */
  async export(email: string): Promise<object> {
    const held = await this.data.heldOf(email);
    if (!held) throw new CommandError(NOBODY);
    return held;
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
    return { erased: await this.erasure.erase(email, why, isForced) };
  }
}
