import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CheckoutRequest, CheckoutResponse } from '@shop/contract';
import { Clock } from '../clock/clock';
import type { OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import type { IdentifiedBrowser } from '../order/confirmation/browser-identity';
import { ConfirmationAccessService } from '../order/confirmation/confirmation-access.service';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { VisitorSyncService } from '../order/sync/visitor-sync.service';
import { RateLimiter } from '../rate-limit/rate-limiter';
import { CatalogService } from './catalog/catalog.service';
import { findOffers } from './catalog/find-offers';
import { CheckoutRepository } from './checkout.repository';
import { CloseOpenSessions } from './close-open-sessions';
import { CreateSessionService } from './create-session.service';
import { PlaceOrderService } from './place-order.service';

export interface CheckoutAttempt {
  /** The browser's key for this cart attempt. At most one order and one session are created for it. */
  idempotencyKey: string;
  browser: IdentifiedBrowser;
  /** The network address of the request, if it tells shoppers apart. */
  address: string | undefined;
  /** Language of the hosted page and the e-mails. */
  locale: string | undefined;
  items: CheckoutRequest['items'];
}

/**
 * A session may be created this long after its order. Of the shortest lifetime that can be configured it leaves the half
 * hour that Stripe asks for, and a margin for clocks that differ.
 */
const MAX_WAIT_FOR_SESSION_MS = 25 * 60 * 1000;

/** Turns a cart into an order and a Checkout Session to pay it. */
@Injectable()
export class CheckoutService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly orders: CheckoutRepository,
    private readonly placeOrder: PlaceOrderService,
    private readonly access: ConfirmationAccessService,
    private readonly orderSync: OrderSyncService,
    private readonly visitorSync: VisitorSyncService,
    private readonly limiter: RateLimiter,
    private readonly sessions: CreateSessionService,
    private readonly openSessions: CloseOpenSessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the order, then creates its session. A repeated request with the same key, concurrent or after a crash at any
   * point, gets the same order and the same session.
   * @throws ProblemError PRICE_NOT_AVAILABLE, OUT_OF_STOCK, IDEMPOTENCY_KEY_REUSED, CHECKOUT_EXPIRED, CHECKOUT_COMPLETED,
   * RATE_LIMITED, STRIPE_UNAVAILABLE
   */
  async start(attempt: CheckoutAttempt): Promise<CheckoutResponse> {
    const requestHash = hashItems(attempt.items);
    const order =
      (await this.orders.findByIdempotencyKey(attempt.idempotencyKey)) ??
      (await this.place(attempt, requestHash));
    if (order.requestHash !== requestHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
    await this.authorizeBrowser(order, attempt.browser);
    const url = order.stripeSessionId
      ? await this.urlOfStarted(order, order.stripeSessionId)
      : await this.startSession(order);
    return { url, orderNumber: order.number };
  }

  /**
   * When the answer to a first request is lost, the browser repeats it without the cookie of that answer. Only that
   * browser knows the key, so a repetition without a token comes from it: its new token gets access too.
   * @throws ProblemError IDEMPOTENCY_KEY_REUSED when the browser has another token
   */
  private async authorizeBrowser(
    order: OrderRow,
    { hash, isNew }: IdentifiedBrowser,
  ): Promise<void> {
    if (order.browserHash === hash) return;
    if (!isNew) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
    await this.access.grantAccess(order, hash);
  }

  private async place(attempt: CheckoutAttempt, requestHash: string): Promise<OrderRow> {
    await this.limit(attempt);
    const offers = await this.offersFor(attempt.items);
    const [first] = offers;
    if (!first) throw new ProblemError('INVALID_REQUEST');
    await this.openSessions.close(attempt.browser.hash);
    return this.placeOrder.place({
      idempotencyKey: attempt.idempotencyKey,
      requestHash,
      browserHash: attempt.browser.hash,
      locale: attempt.locale ?? null,
      currency: first.product.price.currency,
      lines: offers.map(({ product, stock, quantity }) => ({
        stripePriceId: product.price.id,
        stripeProductId: product.id,
        stock,
        name: product.name,
        imageUrl: product.imageUrl,
        quantity,
        unitAmountMinor: product.price.amountMinor,
        recurring: product.price.recurring,
      })),
    });
  }

  /**
   * Testing stolen cards takes many sessions. Only new orders count: a double click repeats its key. A browser that keeps
   * no cookie looks new each time, so only its address is counted.
   */
  private async limit({ browser, address }: CheckoutAttempt): Promise<void> {
    if (!browser.isNew) await this.limiter.require('checkout_browser', browser.hash);
    if (address !== undefined) await this.limiter.require('checkout_address', address);
  }

  /** The server decides the prices. A price that is not known may be new: the list is read again before it is refused. */
  private async offersFor(items: CheckoutRequest['items']) {
    let offers = findOffers(items, await this.catalog.offers());
    if (offers.missing.length) offers = findOffers(items, await this.catalog.newestOffers());
    if (offers.missing.length) {
      throw new ProblemError(
        'PRICE_NOT_AVAILABLE',
        offers.missing.map((index) => ({
          path: `items.${index}.priceId`,
          message: 'is not for sale',
        })),
      );
    }
    return offers.found;
  }

  /** Stripe requires that a session lives half an hour. An order that has waited too long for its session gets none. */
  private async startSession(order: OrderRow): Promise<string> {
    const ageMs = this.clock.now().getTime() - order.createdAt.getTime();
    if (order.status !== 'pending' || ageMs > MAX_WAIT_FOR_SESSION_MS) {
      await this.orderSync.abandon(order.id);
      throw new ProblemError('CHECKOUT_EXPIRED');
    }
    return this.sessions.start(order);
  }

  /** The session exists, because the shopper repeats the request. It may have been paid or have expired since. */
  private async urlOfStarted(order: OrderRow, stripeSessionId: string): Promise<string> {
    await this.visitorSync.sync(stripeSessionId, order.id, 'checkout');
    const { status, sessionUrl } =
      (await this.orders.findByIdempotencyKey(order.idempotencyKey)) ?? order;
    if (status === 'pending' && sessionUrl) return sessionUrl;
    throw new ProblemError(
      status === 'expired' || status === 'payment_failed'
        ? 'CHECKOUT_EXPIRED'
        : 'CHECKOUT_COMPLETED',
    );
  }
}

const hashItems = (items: CheckoutRequest['items']) =>
  createHash('sha256')
    .update(JSON.stringify(items.map((item) => [item.priceId, item.quantity])))
    .digest('hex');
