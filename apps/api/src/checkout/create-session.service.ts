import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import { hasEndedUnpaid } from '../order/facts/ended-unpaid';
import { isRefusal } from '../stripe/is-refusal';
import { isReplayedFailure } from '../stripe/is-replayed-failure';
import { withTimeout } from '../with-timeout';
import { CheckoutRepository } from './checkout.repository';
import { CloseOpenSessions } from './close-open-sessions';
import { findCreatedSession } from './find-created-session';
import { RefuseCheckoutService } from './refuse-checkout.service';
import { sessionParams } from './session/session-params';

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
    private readonly openSessions: CloseOpenSessions,
    private readonly refusals: RefuseCheckoutService,
    private readonly config: Config,
  ) {}

  /**
   * @param lines of the order, where they are known already
   * @returns the url of the hosted page
   * @throws ProblemError STRIPE_UNAVAILABLE: trying again is safe, because the key stored with the order makes Stripe
   * answer with the same session. After any other problem the order is closed: PRICE_NOT_AVAILABLE, AMOUNT_TOO_SMALL,
   * AMOUNT_TOO_LARGE, CHECKOUT_UNAVAILABLE, CHECKOUT_EXPIRED
   */
  async start(order: OrderRow, lines?: OrderLineRow[]): Promise<string> {
    const starting = this.starting.get(order.id) ?? this.create(order, lines);
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

  private async create(order: OrderRow, known?: OrderLineRow[]): Promise<string> {
    const lines = known ?? (await this.orders.linesOf(order.id));
    const session = await this.askStripe(order, lines);
    const attached = await this.orders.attachSession(order.id, session);
    if (!attached || attached.supersededAt || hasEndedUnpaid(attached.status)) {
      await this.openSessions.closeSession(session.id);
      throw new ProblemError('CHECKOUT_EXPIRED');
    }
    if (!session.url) throw new ProblemError('CHECKOUT_COMPLETED');
    return session.url;
  }

  private async askStripe(order: OrderRow, lines: OrderLineRow[]) {
    try {
      return await this.createOrFind(order, lines);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      const { type, code, requestId: stripeRequestId } = error;
      this.logger.warn({ type, code, stripeRequestId }, 'session not created');
      if (isRefusal(error)) throw await this.refusals.refuse(order, lines, error);
      throw new ProblemError('STRIPE_UNAVAILABLE', undefined, { cause: error });
    }
  }

  /**
   * Stripe repeats its answer to a key for a day, also a status 500, and refuses the key with other parameters, which a
   * new configuration gives (https://docs.stripe.com/api/idempotent_requests): with the same key such an order would never
   * get its session. Stripe may have created the session all the same, so it is looked for first. Only if there is none
   * the order gets another key.
   */
  private async createOrFind(order: OrderRow, lines: OrderLineRow[]) {
    const params = sessionParams(order, lines, this.config.shopFile, this.config.shop.url);
    const create = (idempotencyKey: string) =>
      this.stripe.checkout.sessions.create(params, { idempotencyKey });
    try {
      return await create(order.stripeIdempotencyKey);
    } catch (error) {
      if (!isReplayedFailure(error) && !isUsedUp(error)) throw error;
      this.logger.warn({ orderNumber: order.number }, 'a used-up key: the session is looked for');
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
}

/** Whether Stripe knows the key with other parameters. A key that is in use at this moment is a 409. */
const isUsedUp = (error: unknown) =>
  error instanceof Stripe.errors.StripeIdempotencyError && error.statusCode === 400;
