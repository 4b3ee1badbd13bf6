import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { RateLimiter } from '../rate-limit/rate-limiter';

/** Tells a person what Stripe refuses, and what to do. */
@Injectable()
export class RefusalAlerts {
  private readonly logger = new Logger('StripeRefusals');

  constructor(private readonly limiter: RateLimiter) {}

  /**
   * One alert for each cause in ten minutes, from all processes together: every shopper meets the same refusal.
   * @param orderNumber of the first order that met it
   */
  async tell(error: Stripe.errors.StripeError, orderNumber?: string): Promise<void> {
    const { statusCode, code, param, requestId } = error;
    const cause = [statusCode, code, param].join(' ');
    if (!(await this.limiter.allows('refusal_alert', cause))) return;
    this.logger.error(
      {
        alert: true,
        reason: whatToDo(error),
        code,
        param,
        stripeRequestId: requestId,
        orderNumber,
      },
      'Stripe refuses a call',
    );
  }
}

/** In our words: Stripe's message may hold ids of shoppers. Of a 403 it names the permission, such as `rak_price_read`. */
function whatToDo(error: Stripe.errors.StripeError): string {
  if (error instanceof Stripe.errors.StripeAuthenticationError) {
    return 'Stripe does not take the API key. Set STRIPE_SECRET_KEY to a valid key and restart.';
  }
  if (error instanceof Stripe.errors.StripePermissionError) {
    const permission = /rak_\w+/.exec(error.message)?.[0];
    return `The API key lacks a permission${permission ? `, ${permission}` : ''}. Add it in the Dashboard.`;
  }
  return (
    `Stripe refuses ${error.param ? 'the named parameter' : 'a call'}. Find the call by stripeRequestId in the Dashboard ` +
    '(Developers, Logs), and change the configuration or the product that it names.'
  );
}
