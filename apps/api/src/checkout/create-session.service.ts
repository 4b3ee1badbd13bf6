import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import { withTimeout } from '../with-timeout';
import { CheckoutRepository } from './checkout.repository';
import { findCreatedSession } from './find-created-session';

/** The longest wait for Stripe. The SDK's time-out counts idle time, so an answer that arrives slowly evades it. */
const DEADLINE_MS = 9000;

/** Creates the Checkout Session of an order that is already written. */
@Injectable()
export class CreateSessionService {
  private readonly logger = new Logger('Checkout');
  private readonly starting = new Map<string, Promise<string>>();

  constructor(
    private readonly stripe: Stripe,
    private readonly orders: CheckoutRepository,
    private readonly config: Config,
  ) {}

  /**
   * @returns the url of the hosted page
   * @throws ProblemError STRIPE_UNAVAILABLE, PRICE_NOT_AVAILABLE. Trying again is safe: the key stored with the order
   * makes Stripe answer with the same session
   */
  async start(order: OrderRow): Promise<string> {
    const starting = this.starting.get(order.id) ?? this.create(order);
    this.starting.set(order.id, starting);
    // The creation continues after the deadline, and the shopper's next try uses its session.
    starting
      .catch(() => undefined)
      .finally(() => this.starting.delete(order.id))
      .catch(() => undefined);
    return withTimeout(starting, DEADLINE_MS, () => {
      throw new ProblemError('STRIPE_UNAVAILABLE');
    });
  }

  private async create(order: OrderRow): Promise<string> {
    const lines = await this.orders.linesOf(order.id);
    const session = await this.callStripe(() => this.createOrFind(order, lines));
    await this.orders.attachSession(order.id, session);
    if (!session.url) throw new ProblemError('CHECKOUT_COMPLETED');
    return session.url;
  }

  /**
   * Stripe repeats its answer to a key for a day, also a status 500 (https://docs.stripe.com/api/idempotent_requests):
   * with the same key such an order would never get its session. Stripe may have created the session all the same, so it
   * is looked for first. Only if there is none the order gets another key.
   */
  private async createOrFind(order: OrderRow, lines: OrderLineRow[]) {
    const params = this.paramsOf(order, lines);
    const create = (idempotencyKey: string) =>
      this.stripe.checkout.sessions.create(params, { idempotencyKey });
    try {
      return await create(order.stripeIdempotencyKey);
    } catch (error) {
      if (!isReplayedFailure(error)) throw error;
      this.logger.warn({ orderNumber: order.number }, 'a kept error: the session is looked for');
      return (
        (await findCreatedSession(this.stripe, order)) ??
        (await create(await this.changeStripeKey(order)))
      );
    }
  }

  /** @returns the new key. Two concurrent calls get the same one */
  private changeStripeKey({ id, stripeIdempotencyKey }: OrderRow): Promise<string> {
    const key = `checkout-${id}-${randomUUID()}`;
    return this.orders.changeStripeKey(id, stripeIdempotencyKey, key);
  }

  private async callStripe<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      this.logger.warn(`session not created: ${error.type} ${error.code ?? ''}`);
      const aboutPrice =
        error instanceof Stripe.errors.StripeInvalidRequestError &&
        error.param?.startsWith('line_items');
      throw new ProblemError(aboutPrice ? 'PRICE_NOT_AVAILABLE' : 'STRIPE_UNAVAILABLE', undefined, {
        cause: error,
      });
    }
  }

  /** Always the same for the same order, because Stripe refuses a known key with other parameters. */
  private paramsOf(order: OrderRow, lines: OrderLineRow[]): Stripe.Checkout.SessionCreateParams {
    const { url } = this.config.shop;
    const { customerCreation, promotionCodes, shippingCountries, expiresMinutes } =
      this.config.stripe;
    const promotions = promotionCodes && { allow_promotion_codes: true };
    const metadata = { order_id: order.id, order_number: order.number };
    return {
      mode: order.mode,
      line_items: lines.map(({ stripePriceId, quantity }) => ({ price: stripePriceId, quantity })),
      // Concatenated, because a URL encoder would change the braces that Stripe looks for.
      success_url: `${url}/order/success?session_id={CHECKOUT_SESSION_ID}`,
      cancel_url: `${url}/cart`,
      client_reference_id: order.id,
      metadata,
      // The payment or the subscription gets the metadata too, for people who look at it in the Dashboard. A subscription
      // always has a customer.
      ...(order.mode === 'subscription'
        ? { subscription_data: { metadata } }
        : { payment_intent_data: { metadata }, customer_creation: customerCreation }),
      locale: order.locale ?? 'auto',
      ...promotions,
      ...(shippingCountries && {
        shipping_address_collection: { allowed_countries: shippingCountries },
      }),
      expires_at: expiresAt(order, expiresMinutes),
      // The page of an expired order links to the same cart again, for 30 days.
      after_expiration: { recovery: { enabled: true, ...promotions } },
    };
  }
}

/** Whether Stripe repeats an error of an earlier call with the same key. */
const isReplayedFailure = (error: unknown) =>
  error instanceof Stripe.errors.StripeAPIError &&
  error.headers?.['idempotent-replayed'] === 'true';

/** In Unix seconds. Counted from the order's creation, so that a retry sends the same value. */
const expiresAt = (order: OrderRow, minutes: number) =>
  Math.floor(order.createdAt.getTime() / 1000) + minutes * 60;
