import { Injectable } from '@nestjs/common';
import { WithdrawalRecords } from '../order/withdrawal/withdrawal-records.service';
import { CommandError, UsageError } from './command-error';

const MOST_LISTED = 200;
const MOST_NAMED = 20;

/** `npm run orders -- withdrawals`: reads the recorded withdrawals. */
@Injectable()
export class WithdrawalCommands {
  constructor(private readonly records: WithdrawalRecords) {}

  /** @throws CommandError naming the records that are not as they were recorded */
  async run(args: string[]): Promise<object> {
    const [what, ...others] = args;
    if (others.length > 0 || (what !== 'list' && what !== 'verify'))
      throw new UsageError('Usage: npm run orders -- withdrawals <list | verify>');
    if (what === 'list') return { withdrawals: await this.list() };
    const { faults, ...found } = await this.records.verify();
    if (faults.length === 0) return found;
    const named = faults
      .slice(0, MOST_NAMED)
      .map(({ sequence, reference, fault }) => `${sequence ?? '-'} ${reference}: ${fault}`);
    throw new CommandError(
      `${faults.length} faults in ${found.records} records of withdrawals: ${named.join('; ')}`,
    );
  }
  private async list(): Promise<object[]> {
    const listed = await this.records.list({ limit: MOST_LISTED });
    return listed.map((one) => ({ ...one, items: one.items ?? 'all' }));
  }
}
