import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import type { OrderRow } from '../../database/schema/tables';
import { ProblemError } from '../../http/errors/problem-error';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { isRefusal } from '../../stripe/is-refusal';
import { RefusalAlerts } from '../../stripe/refusal-alerts';
import { ConfirmationAccessService } from '../confirmation/confirmation-access.service';
import { OrderRepository } from '../order.repository';
import { portalLocaleOf } from './portal-locale';

type PortalParams = Stripe.BillingPortal.SessionCreateParams;

/** Leads a shopper to Stripe's billing portal (https://docs.stripe.com/customer-management/integrate-customer-portal). */
@Injectable()
export class PortalService {
  private readonly logger = new Logger('Portal');

  constructor(
    private readonly orders: OrderRepository,
    private readonly access: ConfirmationAccessService,
    private readonly limiter: RateLimiter,
    private readonly stripe: Stripe,
    private readonly refusals: RefusalAlerts,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @param browserHash the hash of the browser's cookie
   * @returns the address of the portal
   * @throws ProblemError BROWSER_NOT_BUYER for any other browser than the one that started the checkout, also for an unknown order;
   * SUBSCRIPTION_NOT_MANAGEABLE, RATE_LIMITED, CHECKOUT_UNAVAILABLE when Stripe refuses, STRIPE_UNAVAILABLE
   */
  async open(stripeSessionId: string, browserHash: string | undefined): Promise<string> {
    const order = await this.orders.findBySession(stripeSessionId);
    if (!order || !browserHash || !(await this.access.isBuyer(order, browserHash)))
      throw new ProblemError('BROWSER_NOT_BUYER');
    const owner = ownerOf(order);
    if (!owner) throw new ProblemError('SUBSCRIPTION_NOT_MANAGEABLE');
    await this.limiter.require('portal', order.id);
    // Before it opens: whoever comes back from it reads what Stripe has, not what the database had.
    await this.orders.recordPortal(order.id, this.clock.now());
    const locale = portalLocaleOf(order.locale);
    const { url } = await this.create({
      ...owner,
      return_url: `${this.config.shop.url}/order/success?session_id=${encodeURIComponent(stripeSessionId)}`,
      ...(locale && { locale }),
    });
    return url;
  }

  private async create(params: PortalParams): Promise<Stripe.BillingPortal.Session> {
    try {
      return await this.stripe.billingPortal.sessions.create(params);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      const { type, code, requestId: stripeRequestId } = error;
      this.logger.warn({ type, code, stripeRequestId }, 'portal not opened');
      if (!isRefusal(error))
        throw new ProblemError('STRIPE_UNAVAILABLE', undefined, { cause: error });
      await this.refusals.tell(error);
      throw new ProblemError('CHECKOUT_UNAVAILABLE', undefined, { cause: error });
    }
  }
}

/** Whose portal it is: of the Account of version 2 where the shopper has one, else of the Customer. */
function ownerOf({ stripeAccountId, subscription }: OrderRow) {
  if (!subscription) return undefined;
  if (stripeAccountId) return { customer_account: stripeAccountId };
  return subscription.stripeCustomerId === null
    ? undefined
    : { customer: subscription.stripeCustomerId };
}
