import { Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { FulfilmentStep } from './fulfilment-step';
import type { FulfilmentTrigger, OrderWithLines } from './fulfilment-step';

const TIMEOUT_MS = 10_000;

/**
 * Notifies the merchant's own system of a paid order: POST to FULFILLMENT_WEBHOOK_URL, signed by the Standard Webhooks
 * scheme (https://www.standardwebhooks.com). Every try has the same `webhook-id`. Any answer but 2xx is tried again.
 */
@Injectable()
export class MerchantNotificationStep extends FulfilmentStep {
  readonly name = 'merchant_notification';
  readonly on: FulfilmentTrigger = 'order_confirmed';
  override readonly enabled: boolean;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
    this.enabled = config.merchant !== undefined;
  }

  async run(subject: OrderWithLines, id: string): Promise<void> {
    const { merchant } = this.config;
    if (!merchant) return;
    const body = JSON.stringify(notification(subject));
    const timestamp = this.clock.now();
    const response = await fetch(merchant.url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1000)),
        'webhook-signature': new Webhook(merchant.secret).sign(id, timestamp, body),
      },
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The merchant's system answered ${response.status}.`);
  }
}

/** What the merchant needs to send the goods. Amounts in minor units of `currency`. */
function notification({ order, lines }: OrderWithLines) {
  return {
    type: 'order.paid',
    timestamp: order.paidAt?.toISOString(),
    data: {
      orderNumber: order.number,
      stripeSessionId: order.stripeSessionId,
      currency: order.currency,
      totalMinor: order.totalMinor,
      customerName: order.customerName,
      email: order.email,
      shippingAddress: order.shippingAddress,
      lines: lines.map(
        ({ stripeProductId, stripePriceId, name, quantity, unitAmountMinor, recurring }) => {
          return { stripeProductId, stripePriceId, name, quantity, unitAmountMinor, recurring };
        },
      ),
    },
  };
}
