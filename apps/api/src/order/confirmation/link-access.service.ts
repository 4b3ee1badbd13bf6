import { Injectable } from '@nestjs/common';
import type { AccessRequest } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { ProblemError } from '../../http/errors/problem-error';
import { OrderLinkService } from '../link/order-link.service';
import { OrderRepository } from '../order.repository';
import { ConfirmationAccessService } from './confirmation-access.service';

/** Shows the order in full to a browser that has followed the link of one of the order's e-mails. */
@Injectable()
export class LinkAccessService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly links: OrderLinkService,
    private readonly access: ConfirmationAccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * Access ends when the token does. Nobody guesses a token, so tries are not counted.
   * @throws ProblemError LINK_NOT_VALID, the same for an unknown order
   */
  async open({ sessionId, token }: AccessRequest, browserHash: string): Promise<void> {
    const order = await this.orders.findBySession(sessionId);
    const expiresAt = await this.links.expiryOf(order, token);
    if (!order || !expiresAt) throw new ProblemError('LINK_NOT_VALID');
    if (await this.access.maySeeAll(order, browserHash)) return;
    const durationMs = expiresAt.getTime() - this.clock.now().getTime();
    await this.access.grantAccess(order, browserHash, durationMs);
  }
}
