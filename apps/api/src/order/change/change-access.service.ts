import { Injectable } from '@nestjs/common';
import type { OrderRow } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { ProblemError } from '../../http/errors/problem-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { ConfirmationAccessService } from '../confirmation/confirmation-access.service';
import { OrderRepository } from '../order.repository';

/** Who may change an order: the browsers that see it in full. */
@Injectable()
export class ChangeAccess {
  constructor(
    private readonly orders: OrderRepository,
    private readonly confirmation: ConfirmationAccessService,
    private readonly limiter: RateLimiter,
    private readonly deployment: Deployment,
  ) {}

  /**
   * @param browserHash the hash of the browser's cookie
   * @param limit what is counted for the order
   * @returns the order, not locked
   * @throws ProblemError FULL_VIEW_REQUIRED, the same for an unknown order and for one of another deployment; RATE_LIMITED
   */
  async open(
    stripeSessionId: string,
    browserHash: string | undefined,
    limit: 'cancellation' | 'delivery_address',
  ): Promise<OrderRow> {
    const order = await this.orders.findBySession(stripeSessionId);
    const isSeen =
      order !== undefined &&
      browserHash !== undefined &&
      !this.deployment.isOther(order.deploymentId) &&
      (await this.confirmation.maySeeAll(order, browserHash));
    if (!isSeen) throw new ProblemError('FULL_VIEW_REQUIRED');
    await this.limiter.require(limit, order.id);
    return order;
  }
}
