import { Injectable, Logger } from '@nestjs/common';
import type Stripe from 'stripe';
import { Config } from '../../config/config';
import { ForeignPaymentsService } from '../../deployment/foreign-payments.service';
import { Metrics } from '../../metrics/metrics';
import { AdoptionService } from './adoption.service';

/** What to do about a paid session that nobody here made. */
const ADVICE =
  'deliver or refund it by hand, or set "orderAdoption": "on" in shop.json and run npm run orders -- sync <session>';

/** Takes care of paid sessions that no checkout of this shop created. */
@Injectable()
export class OutsidePaymentService {
  private readonly logger = new Logger('OutsidePayment');

  constructor(
    private readonly adoption: AdoptionService,
    private readonly foreign: ForeignPaymentsService,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  /**
   * Makes an order of the session, if the shop wants that; else a person is alerted, once for each session. A session that
   * names an order of another system's has somebody who takes care of it.
   * @param session paid, without an order here, and not of another deployment
   * @param stripePaymentIntentId of its payment, if it has one
   * @returns whether it has an order now: then read it again
   */
  async settle(
    session: Stripe.Checkout.Session,
    stripePaymentIntentId: string | null,
  ): Promise<boolean> {
    const isAnotherSystems = Boolean(session.metadata?.['order_id']);
    if (this.config.adoption.isOn && !isAnotherSystems) {
      await this.adoption.adopt(session);
      return true;
    }
    const ids = [session.id, ...(stripePaymentIntentId ? [stripePaymentIntentId] : [])];
    await this.foreign.remember(ids, { deploymentId: null });
    if (!isAnotherSystems && (await this.foreign.claimAlert(session.id, null)))
      this.alert(stripePaymentIntentId ?? subscriptionOf(session));
    return false;
  }

  /** @param paid what a person finds it by in the Dashboard. Never the session's id, which opens its order */
  private alert(paid: string): void {
    this.metrics.count('paid_outside_checkout_total', { outcome: 'alerted' });
    this.logger.error(
      { alert: true, reason: `no checkout of this shop made ${paid}: ${ADVICE}` },
      'paid outside of the checkout',
    );
  }
}

function subscriptionOf({ subscription }: Stripe.Checkout.Session): string {
  const id = typeof subscription === 'string' ? subscription : subscription?.id;
  return id ?? 'a session without a payment';
}
