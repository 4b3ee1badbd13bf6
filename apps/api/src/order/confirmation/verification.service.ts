import { Injectable } from '@nestjs/common';
import type { VerificationRequest } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { normaliseEmail } from '../link/normalise-email';
import { OrderRepository } from '../order.repository';
import { ConfirmationAccessService } from './confirmation-access.service';

const ACCESS_MS = 15 * 60 * 1000;

/** Shows the order in full for a while to a visitor who has the link and knows the order's e-mail address. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly access: ConfirmationAccessService,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * A wrong e-mail address and an unknown order get the same answer. The right address uses up no try: a browser that
   * keeps no cookies would be asked again and again.
   * @param from.browserHash the browser that gets to see the order
   * @param from.address its network address, if it tells shoppers apart
   * @throws ProblemError VERIFICATION_FAILED; RATE_LIMITED after five wrong tries within the hour, then for the right one too
   */
  async verify(
    { sessionId, email }: VerificationRequest,
    from: { browserHash: string; address: string | undefined },
  ): Promise<void> {
    if (from.address !== undefined)
      await this.limiter.require('verification_address', from.address);
    const order = await this.orders.findBySession(sessionId);
    await this.countTry(order, from.address);
    if (!order?.email || normaliseEmail(order.email) !== normaliseEmail(email)) {
      throw new ProblemError('VERIFICATION_FAILED');
    }
    await this.takeBackTry(order, from.address);
    await this.access.grantAccess(order, from.browserHash, ACCESS_MS);
  }

  /** Only an order that exists is counted by its id: ids that are made up write no rows. */
  private async countTry(
    order: Pick<OrderRow, 'id'> | undefined,
    address = 'unknown',
  ): Promise<void> {
    if (!order) return this.limiter.require('verification_unknown', 'all');
    await this.limiter.require('verification', `${order.id} ${address}`);
    await this.limiter.require('verification_order', order.id);
  }

  private async takeBackTry({ id }: Pick<OrderRow, 'id'>, address?: string): Promise<void> {
    await this.limiter.takeBack('verification', `${id} ${address ?? 'unknown'}`);
    await this.limiter.takeBack('verification_order', id);
    if (address !== undefined) await this.limiter.takeBack('verification_address', address);
  }
}
