import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';

/** As many as a Checkout Session may have, and as many as one request lists. */
const MOST_LINES = 100;

/** The line items of a session, as far as Stripe gave them. */
export interface SessionLines {
  lines: Stripe.LineItem[];
  hasMore: boolean;
}

/** Reads what was bought in a session. */
@Injectable()
export class SessionLinesReader {
  constructor(private readonly stripe: Stripe) {}

  /**
   * @returns with each price's product, unless the API key may not read products: stock and picture are unknown then
   * @throws what Stripe throws
   */
  async read(stripeSessionId: string): Promise<SessionLines> {
    try {
      return await this.list(stripeSessionId, { expand: ['data.price.product'] });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
      return this.list(stripeSessionId, {});
    }
  }

  private async list(stripeSessionId: string, expansion: { expand?: string[] }) {
    const { data, has_more: hasMore } = await this.stripe.checkout.sessions.listLineItems(
      stripeSessionId,
      { limit: MOST_LINES, ...expansion },
    );
    return { lines: data, hasMore };
  }
}
