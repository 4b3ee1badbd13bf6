import { Injectable } from '@nestjs/common';
import type { MerchantEventType } from '@shop/contract';
import { Clock } from '../../../clock/clock';
import type { FulfilmentStep, FulfilmentTrigger } from '../fulfilment-step';
import { MerchantEndpoint } from './merchant-endpoint';
import { merchantEvent } from './merchant-event';

interface MerchantStep {
  name: string;
  on: FulfilmentTrigger;
  type: MerchantEventType;
  repeats?: string;
}

/** Every event to the merchant's system, and what has to become true for it. */
export const MERCHANT_STEPS: readonly MerchantStep[] = [
  { name: 'received_event', on: 'order_received', type: 'order.received' },
  { name: 'merchant_notification', on: 'order_confirmed', type: 'order.paid' },
  {
    name: 'late_paid_event',
    on: 'order_due_again',
    type: 'order.paid',
    repeats: 'merchant_notification',
  },
  { name: 'payment_failed_event', on: 'payment_failed', type: 'order.payment_failed' },
  { name: 'cancelled_event', on: 'order_cancelled', type: 'order.cancelled' },
  { name: 'shopper_cancelled_event', on: 'shopper_cancelled', type: 'order.cancelled' },
  { name: 'staff_cancelled_event', on: 'staff_cancelled', type: 'order.cancelled' },
  { name: 'address_event', on: 'address_corrected', type: 'order.address_corrected' },
  { name: 'refund_pending_event', on: 'refund_pending', type: 'order.refund_pending' },
  {
    name: 'refund_requires_action_event',
    on: 'refund_requires_action',
    type: 'order.refund_pending',
  },
  { name: 'refunded_event', on: 'refund_succeeded', type: 'order.refunded' },
  { name: 'refund_failed_event', on: 'refund_failed', type: 'order.refund_failed' },
  { name: 'refund_canceled_event', on: 'refund_canceled', type: 'order.refund_canceled' },
  { name: 'disputed_event', on: 'dispute_opened', type: 'order.disputed' },
  { name: 'dispute_lost_event', on: 'dispute_lost', type: 'order.dispute_closed' },
  { name: 'dispute_won_event', on: 'dispute_won', type: 'order.dispute_closed' },
  { name: 'under_review_event', on: 'review_opened', type: 'order.under_review' },
  { name: 'review_closed_event', on: 'review_closed', type: 'order.review_closed' },
  { name: 'shipped_event', on: 'shipment_created', type: 'order.shipped' },
  { name: 'delivered_event', on: 'shipment_delivered', type: 'order.delivered' },
  { name: 'withdrawal_event', on: 'withdrawal_requested', type: 'order.withdrawal_requested' },
];

/** The steps of the channel `merchant`: events to the merchant's own system. */
@Injectable()
export class MerchantSteps {
  readonly steps: readonly FulfilmentStep[];

  constructor(endpoint: MerchantEndpoint, clock: Clock) {
    this.steps = MERCHANT_STEPS.map(({ type, ...step }) => ({
      ...step,
      channel: 'merchant',
      enabled: endpoint.isConfigured,
      send: async (subject) => {
        await endpoint.post(subject.id, merchantEvent(type, subject, clock.now()));
      },
    }));
  }
}
