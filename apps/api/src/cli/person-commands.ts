import { writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { requireClosed } from '../order/privacy/erasure-plan';
import { ErasureService } from '../order/privacy/erasure.service';
import { PersonalDataService } from '../order/privacy/personal-data.service';
import { CommandError, UsageError } from './command-error';
import { confirmed } from './confirmed';
import type { CommandOptions } from './command-options';
import { printNotice } from './print';
import { Terminal } from './terminal';

const MAX_REASON = 300;
const ERASE = `erase <e-mail> --reason "<why, at most ${MAX_REASON} characters>" [--force] [--yes]`;

const SURE = 'Erase the personal data of these orders for good? (yes/no)';

/** The address is not repeated: what is printed is kept in logs of terminals. */
const NOBODY = 'No order and no withdrawal has this e-mail address.';

/** The commands about a person's data: `npm run orders -- export` and `erase`. */
@Injectable()
export class PersonCommands {
  constructor(
    private readonly data: PersonalDataService,
    private readonly erasure: ErasureService,
    private readonly terminal: Terminal,
  ) {}

  /**
   * @param file where it is written, for its owner alone; without it, it is the answer
   * @throws CommandError when no order has the address, or the file cannot be made
   */
  async export(email: string, file: string | undefined): Promise<object> {
    const held = await this.data.heldOf(email);
    if (!held) throw new CommandError(NOBODY);
    if (file === undefined) return held;
    const text = `${JSON.stringify(held, null, 2)}\n`;
    try {
      await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new CommandError(
        code === 'EEXIST'
          ? `${file} is there already: name a new file.`
          : `${file} cannot be written (${code}).`,
      );
    }
    return { file, orders: held.orders.length, withdrawals: held.withdrawals.length };
  }

  /** Says what it would do, asks, and does it. @throws CommandError when nothing was erased */
  async erase(args: string[], { reason = '', force, yes }: CommandOptions): Promise<object> {
    const [email, ...others] = args;
    const why = reason.trim();
    if (!email || others.length > 0 || !why || why.length > MAX_REASON)
      throw new UsageError(`Usage: npm run orders -- ${ERASE}`);
    const plan = await this.erasure.plan(email);
    if (!plan) throw new CommandError(NOBODY);
    const isForced = force === true;
    if (!isForced) requireClosed(plan.orders);
    printNotice(this.terminal, { 'to be erased': plan });
    if (!yes && !(await confirmed(this.terminal, SURE)))
      throw new CommandError('Nothing was erased: it wants the answer yes, or --yes.');
    return { erased: await this.erasure.erase(email, why, isForced) };
  }
}
