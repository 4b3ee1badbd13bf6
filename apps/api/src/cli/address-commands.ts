import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AddressService } from '../order/confirmation/address.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import { CommandError, UsageError } from './command-error';
import { findOne } from './find-one';
import { OrderHistoryRepository } from './order-history.repository';

const MAX_REASON = 300;
const USAGE = `set-email <order> <address> --reason "<why, at most ${MAX_REASON} characters>"`;

/** The command about the e-mail address of an order: `npm run orders -- set-email`. */
@Injectable()
export class AddressCommands {
  constructor(
    private readonly history: OrderHistoryRepository,
    private readonly addresses: AddressService,
    private readonly audit: StaffAuditService,
  ) {}

  /** @returns whether the confirmation is sent to the new address */
  async setEmail(args: string[], reason = ''): Promise<object> {
    const [term, address, ...others] = args;
    const email = z.email().max(254).safeParse(address);
    const why = reason.trim();
    if (!term || !email.success || others.length > 0 || !why || why.length > MAX_REASON)
      throw new UsageError(`Usage: npm run orders -- ${USAGE}`);
    const order = await findOne(this.history, term);
    if (order.erasedAt)
      throw new CommandError(
        `The personal data of ${order.number} was erased: it stays without an address.`,
      );
    const about = { orderNumber: order.number, reason: why };
    return audited(this.audit, 'setEmail', about, async () => {
      const confirmation = await this.addresses.correctForStaff(order.id, email.data, why);
      return { orderNumber: order.number, queued: confirmation === 'sent' };
    });
  }
}
