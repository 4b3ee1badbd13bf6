import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
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

  /**
   * Lets another browser see the order in full.
   * @param durationMs for how long; without it, as long as a browser keeps its token
   */
  async grantAccess(
    order: Pick<OrderRow, 'id'>,
    browserHash: string,
    durationMs = BROWSER_TOKEN_MS,
  ): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + durationMs);
    await this.grants.grant(order.id, browserHash, expiresAt);
  }
}
