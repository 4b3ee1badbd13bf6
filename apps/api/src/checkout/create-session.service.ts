import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import { withTimeout } from '../with-timeout';
import { PlaceOrderService } from './place-order.service';
import { findCreatedSession } from './find-created-session';

/** Stripe's own time-out is idle time, which a slow drip defeats: nobody waits longer than this. */
const DEADLINE_MS = 9000;

/** Starts the Checkout Session of an order that is already written. */
@Injectable()
export class CreateSessionService {
  private readonly logger = new Logger('Checkout');
  private readonly starting = new Map<string, Promise<string>>();

  constructor(
    private readonly stripe: Stripe,
    private readonly intake: PlaceOrderService,
    private readonly config: Config,
  ) {}

  /**
   * @returns the url of the hosted page
   * @throws ProblemError STRIPE_UNAVAILABLE, PRICE_NOT_AVAILABLE; trying again is safe: the key kept with the order
   * makes Stripe answer with the same session
   */
  async start(order: OrderRow): Promise<string> {
    const starting = this.starting.get(order.id) ?? this.create(order);
    this.starting.set(order.id, starting);
    // Beyond the deadline the creation goes on, and what comes of it is kept for the shopper's next try.
    starting
      .catch(() => undefined)
      .finally(() => this.starting.delete(order.id))
      .catch(() => undefined);
    return withTimeout(starting, DEADLINE_MS, () => {
      throw new ProblemError('STRIPE_UNAVAILABLE');
    });
  }

  private async create(order: OrderRow): Promise<string> {
    const lines = await this.intake.linesOf(order);
    const session = await this.callStripe(() => this.createOrFind(order, lines));
    await this.intake.attachSession(order, session);
    if (!session.url) throw new ProblemError('CHECKOUT_COMPLETED');
    return session.url;
  }

  /**
   * Stripe keeps its answer to a key for a day, an error 500 as well (https://docs.stripe.com/api/idempotent_requests),
   * so such an order would never get its session. It may have been made all the same: it is looked for first, and only
   * if it is not there another key is taken.
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
        (await create(await this.intake.changeStripeKey(order)))
      );
    }
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

  /** The same for the same order, always: Stripe refuses a known key with other parameters. */
  private paramsOf(order: OrderRow, lines: OrderLineRow[]): Stripe.Checkout.SessionCreateParams {
    const { url } = this.config.shop;
    const { customerCreation, promotionCodes, shippingCountries, expiresMinutes } =
      this.config.stripe;
    const promotions = promotionCodes && { allow_promotion_codes: true };
    const metadata = { order_id: order.id, order_number: order.number };
    return {
      mode: order.mode,
      line_items: lines.map(({ stripePriceId, quantity }) => ({ price: stripePriceId, quantity })),
      // Concatenated: an encoder would take the braces, and Stripe looks for the literal.
      success_url: `${url}/order/success?session_id={CHECKOUT_SESSION_ID}`,
      cancel_url: `${url}/cart`,
      client_reference_id: order.id,
      metadata,
      // On the payment or the subscription too, for whoever looks at it in the Dashboard. Who subscribes is always a
      // customer.
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

/** Not a failure of now: the one that the key was first answered with. */
const isReplayedFailure = (error: unknown) =>
  error instanceof Stripe.errors.StripeAPIError &&
  error.headers?.['idempotent-replayed'] === 'true';

/** Seconds since 1970. From the order's own time, so that a retry asks for the same. */
const expiresAt = (order: OrderRow, minutes: number) =>
  Math.floor(order.createdAt.getTime() / 1000) + minutes * 60;
