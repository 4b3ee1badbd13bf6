import { Injectable } from '@nestjs/common';
import type { TypedAddress } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { ShippingAddress } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { whyAddressFixed } from '../change-rules';
import { OrderTransitionsService } from '../order-transitions.service';
import { OrderRepository } from '../order.repository';
import { ChangeAccess } from './change-access.service';
import { changeRefused } from './change-refused';
import { correctedAddress, faultsOfAddress } from './decide-address';
import { readAddress } from './read-address';

/** Corrects where an order goes before anything of it is sent, for its shopper and for staff. */
@Injectable()
export class DeliveryAddressService {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderRepository,
    private readonly transitions: OrderTransitionsService,
    private readonly access: ChangeAccess,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the address in the order's row lock, and stages what is told of it. The same address again changes nothing.
   * @param browserHash the hash of the browser's cookie
   * @throws ProblemError FULL_VIEW_REQUIRED, RATE_LIMITED, INVALID_REQUEST, REGION_NOT_CHANGEABLE, and the codes of
   * `whyAddressFixed`
   */
  async correct(
    stripeSessionId: string,
    typed: TypedAddress,
    browserHash: string | undefined,
  ): Promise<void> {
    const wanted = readAddress(typed);
    const { id } = await this.access.open(stripeSessionId, browserHash, 'delivery_address');
    const { minutes } = this.config.shopFile.cancellation;
    await this.change(id, wanted, minutes, 'shopper set-address');
  }

  /**
   * Corrects the address for staff, until something is sent.
   * @param reason why: stored with the order's history
   * @returns whether that changes anything
   * @throws ProblemError INVALID_REQUEST, REGION_NOT_CHANGEABLE, and the codes of `whyAddressFixed`
   */
  correctForStaff(orderId: string, typed: TypedAddress, reason: string): Promise<boolean> {
    return this.change(orderId, readAddress(typed), Infinity, `command set-address: ${reason}`);
  }

  private async change(
    orderId: string,
    wanted: ShippingAddress,
    minutes: number,
    cause: string,
  ): Promise<boolean> {
    const { checkout } = this.config.shopFile;
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const order = await this.orders.lockById(tx, orderId);
      if (!order) throw new ProblemError('FULL_VIEW_REQUIRED');
      const refusal = whyAddressFixed(order, { minutes, now });
      if (refusal || !order.shippingAddress)
        throw changeRefused(refusal ?? { code: 'ORDER_NOT_CHANGEABLE', why: 'has no address' });
      const { missing, region } = faultsOfAddress(
        order.shippingAddress,
        wanted,
        order.taxMinor,
        checkout,
      );
      if (region.length > 0) throw new ProblemError('REGION_NOT_CHANGEABLE', region);
      if (missing.length > 0) throw new ProblemError('INVALID_REQUEST', missing);
      const changes = correctedAddress(order, wanted, now);
      if (!changes) return false;
      const trigger = { trigger: 'address_corrected', id: String(changes.addressVersion) } as const;
      const decision = { status: order.status, changes, triggers: [trigger], alerts: [] };
      await this.transitions.apply(tx, order, decision, cause);
      await this.transitions.recordDecision(tx, order, cause);
      return true;
    });
  }
}
