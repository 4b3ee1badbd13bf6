import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseMoney } from '@shop/money';
import { reasonSchema, refundKeySchema, typedAddressSchema } from '@shop/contract';
import type { OrderRow } from '../database/schema/tables';
import { StaffChanges } from '../staff/actions/staff-changes.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import type { ChangeOptions } from './change-options';
import { UsageError } from './command-error';
import { findOne } from './find-one';
import { OrderHistoryRepository } from './order-history.repository';

const WHY = '--reason "<why, 3 to 300 characters>"';
const USAGES = {
  cancel: `cancel <order> ${WHY}`,
  refund: `refund <order> [--amount <amount, such as 12.50>] [--key <key>] ${WHY}`,
  'set-address': `set-address <order> --name <name> --line1 <line> [--line2 <line>] [--postal-code <code>] --city <city> [--state <state>] --country <two letters> ${WHY}`,
};

type ChangeCommand = keyof typeof USAGES;

/** The commands that change an order, as the console does. */
@Injectable()
export class ChangeCommands {
  constructor(
    private readonly history: OrderHistoryRepository,
    private readonly changes: StaffChanges,
    private readonly audit: StaffAuditService,
  ) {}

  async cancel(args: string[], options: ChangeOptions): Promise<object> {
    const { order, reason } = await this.meant('cancel', args, options);
    return this.audited('cancelForShopper', order, (actionId) =>
      this.changes.cancel(order.number, { actionId, reason }),
    );
  }

  async refund(args: string[], options: ChangeOptions): Promise<object> {
    const { order, reason } = await this.meant('refund', args, options);
    const amountMinor =
      options.amount === undefined ? undefined : parseMoney(options.amount, order.currency);
    const key = refundKeySchema.safeParse(options.key ?? randomUUID());
    if (!key.success || (options.amount !== undefined && amountMinor === undefined))
      throw usage('refund');
    const wish = { amountMinor, key: key.data };
    return this.audited('refundOrder', order, (actionId) =>
      this.changes.refund(order.number, wish, { actionId, reason }),
    );
  }

  async setAddress(args: string[], options: ChangeOptions): Promise<object> {
    const { order, reason } = await this.meant('set-address', args, options);
    const { name, line1, line2 = null, city, state = null, country } = options;
    const typed = { name, line1, line2, city, state, country };
    const postalCode = options['postal-code'] ?? null;
    const address = typedAddressSchema.safeParse({ ...typed, postalCode });
    if (!address.success) throw usage('set-address');
    return this.audited('setAddress', order, (actionId) =>
      this.changes.setAddress(order.number, address.data, { actionId, reason }),
    );
  }

  /** @throws UsageError; CommandError when it names no order, or several */
  private async meant(
    command: ChangeCommand,
    [term, ...others]: string[],
    options: ChangeOptions,
  ): Promise<{ order: OrderRow; reason: string }> {
    const reason = reasonSchema.safeParse(options.reason);
    if (!term || others.length > 0 || !reason.success) throw usage(command);
    return { order: await findOne(this.history, term), reason: reason.data };
  }

  private async audited(
    action: string,
    { number }: OrderRow,
    work: (actionId: number) => Promise<object>,
  ): Promise<object> {
    const about = { orderNumber: number };
    return { ...about, ...(await audited(this.audit, action, about, work)) };
  }
}

const usage = (command: ChangeCommand) =>
  new UsageError(`Usage: npm run orders -- ${USAGES[command]}`);
