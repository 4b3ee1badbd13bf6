import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { caps } from '../../database/caps';
import type { OrderRow } from '../../database/schema/tables';
import { BROWSER_TOKEN_MS } from './browser-cookie';
import { ConfirmationGrantRepository } from './confirmation-grant.repository';

type AccessOfOrder = Pick<OrderRow, 'id' | 'browserHash'>;

/** Knows which browsers may see an order in full. */
@Injectable()
export class ConfirmationAccessService {
  constructor(
    private readonly grants: ConfirmationGrantRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether the browser started the order's checkout or has been given access since. */
  async maySeeAll({ id, browserHash }: AccessOfOrder, asking: string): Promise<boolean> {
    return browserHash === asking || (await this.grants.isGranted(id, asking, this.clock.now()));
  }

  /** Whether the browser started the order's checkout. What the order's e-mail address has opened is not enough. */
  async isBuyer({ id, browserHash }: AccessOfOrder, asking: string): Promise<boolean> {
    const now = this.clock.now();
    return browserHash === asking || (await this.grants.isGrantedByCheckout(id, asking, now));
  }

  /**
   * Lets another browser see the order in full. Only so many may: the one that was let in first then is no longer.
   * @param addressMs for how long, when the order's e-mail address opens it; it ends with the address. Without it the checkout
   * does, as long as a browser keeps its token
   */
  async grantAccess(
    order: Pick<OrderRow, 'id'>,
    browserHash: string,
    addressMs?: number,
  ): Promise<void> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + (addressMs ?? BROWSER_TOKEN_MS));
    const givenBy = addressMs === undefined ? null : ('address' as const);
    const grant = { orderId: order.id, browserHash, expiresAt, givenBy };
    await this.grants.grant(grant, caps.grantsPerOrder.max, now);
  }

  /** Removes what has expired, as a part of housekeeping. @returns how many were removed, at most `limit` */
  removeExpired(limit: number): Promise<number> {
    return this.grants.removeExpired(this.clock.now(), limit);
  }
}
