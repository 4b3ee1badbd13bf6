import { Injectable } from '@nestjs/common';
import type { StaffOrder } from '@shop/contract';
import type { OrderRow } from '../../database/schema/tables';
import { writtenAddress } from '../../order/facts/written-address';
import { outcomeOf } from '../../order/fulfilment/judge-step';
import { ResendService } from '../../order/fulfilment/resend.service';
import { ShipmentService } from '../../order/shipment/shipment.service';
import { shippedOrder } from '../shipment-answers';
import { seesPeople } from '../staff';
import type { Staff } from '../staff';
import { StaffAuditService } from '../staff-audit.service';
import { eventIdsOf } from './event-ids';
import { orderHead } from './order-head';
import { StaffOrderRepository } from '../staff-order.repository';
import { timeline } from './timeline';
import { whatIsWrong } from './what-is-wrong';

/** Of a timeline that staff have acted on often, the newest actions are shown. */
const MOST_ACTIONS = 200;

type Told = Awaited<ReturnType<ResendService['told']>>;

/** Shows one order as this database knows it. Stripe is not asked: the page asks every few seconds. */
@Injectable()
export class ShowOrder {
  constructor(
    private readonly shipments: ShipmentService,
    private readonly resends: ResendService,
    private readonly orders: StaffOrderRepository,
    private readonly audit: StaffAuditService,
  ) {}

  /** @throws ProblemError ORDER_NOT_FOUND */
  async show(number: string, staff: Staff): Promise<StaffOrder> {
    const shipped = await this.shipments.find(number);
    const { order } = shipped;
    const isNamed = seesPeople(staff);
    const told = await this.resends.told(order.id);
    const history = {
      transitions: await this.orders.transitionsOf(order.id),
      events: await this.orders.eventsAbout(eventIdsOf(order, undefined)),
      attempts: told.flatMap(({ attempts }) => attempts),
      actions: await this.audit.ofOrder(order.number, MOST_ACTIONS),
    };
    return {
      ...orderHead(order, isNamed),
      phone: isNamed ? order.phone : null,
      address:
        isNamed && order.shippingAddress ? writtenAddress(order.shippingAddress).lines : null,
      wrong: whatIsWrong(order, told),
      stripe: stripeSide(order),
      shop: shippedOrder(shipped, isNamed),
      told: told.map(toldStep),
      timeline: timeline(history, isNamed),
    };
  }
}

const stripeSide = (order: OrderRow): StaffOrder['stripe'] => ({
  sessionState: order.sessionState,
  sessionId: order.stripeSessionId,
  paymentIntentId: order.stripePaymentIntentId,
  subscriptionId: order.stripeSubscriptionId,
  livemode: order.livemode,
  readAt: order.readAt?.toISOString() ?? null,
  paidAt: order.paidAt?.toISOString() ?? null,
  reviewReason: order.reviewReason,
  refunds: order.refunds.map(({ id, amountMinor, status, createdAt }) => {
    return { id, amountMinor, status, createdAt };
  }),
  dispute: order.dispute,
});

const toldStep = (row: Told[number]): StaffOrder['told'][number] => ({
  step: row.step,
  channel: row.channel,
  outcome: outcomeOf(row),
  note: row.note,
  stagedAt: row.stagedAt.toISOString(),
  doneAt: row.doneAt?.toISOString() ?? null,
  attempts: row.attempts.length,
});
