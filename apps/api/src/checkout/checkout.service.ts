import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CheckoutRequest, CheckoutResponse } from '@shop/contract';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import type { OrderLineRow, OrderRow } from '../database/schema/tables';
import { ProblemError } from '../http/errors/problem-error';
import type { IdentifiedBrowser } from '../order/confirmation/browser-identity';
import { ConfirmationAccessService } from '../order/confirmation/confirmation-access.service';
import { isOver } from '../order/facts/is-over';
import { awaitedBy } from '../order/facts/payment-attempt';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { VisitorSyncService } from '../order/sync/visitor-sync.service';
import { limitClient } from '../rate-limit/limit-client';
import { RateLimiter } from '../rate-limit/rate-limiter';
import { CatalogService } from './catalog/catalog.service';
import { findOffers } from './catalog/find-offers';
import type { Offer } from './catalog/offer';
import { lineNameOf } from './catalog/line-name';
import { CheckoutRepository } from './checkout.repository';
import { CloseOpenSessions } from './close-open-sessions';
import { CreateSessionService } from './create-session.service';
import { ownLanguageOf } from './language/own-language';
import { stripeLocaleOf } from './language/stripe-locale';
import { OpenPayments, problemAbout } from './open-payments';
import { PlaceOrderService } from './place-order.service';
import type { PlacedOrder } from './place-order.service';
import { makeOffer } from './session/make-offer';
import { requirePayableAtOnce } from './session/payable-at-once';

export interface CheckoutAttempt {
  /** The browser's key for this cart attempt. At most one order and one session are created for it. */
  idempotencyKey: string;
  browser: IdentifiedBrowser;
  /** The network address of the request, if it tells shoppers apart. */
  address: string | undefined;
  /** Language tags that the shopper wants, the most wanted first. */
  languages: readonly string[];
  items: CheckoutRequest['items'];
  /** Session of an order of the browser that this one replaces. */
  replaces?: string | undefined;
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
    private readonly openPayments: OpenPayments,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the order, then creates its session. A repeated request with the same key, concurrent or after a crash at any
   * point, gets the same order and the same session.
   * @throws ProblemError PRICE_NOT_AVAILABLE, OUT_OF_STOCK, IDEMPOTENCY_KEY_REUSED, CHECKOUT_EXPIRED, CHECKOUT_COMPLETED,
   * PAYMENT_OPEN, PAYMENT_NOT_CANCELED, ORDER_NOT_FOUND (of the order to be replaced), AMOUNT_TOO_SMALL,
   * AMOUNT_TOO_LARGE, CART_NOT_PAYABLE_AT_ONCE, RATE_LIMITED, CHECKOUT_UNAVAILABLE, STRIPE_UNAVAILABLE
   */
  async start(attempt: CheckoutAttempt): Promise<CheckoutResponse> {
    const requestHash = hashItems(attempt.items);
    const found = await this.orders.findByIdempotencyKey(attempt.idempotencyKey);
    const { order, lines } = found ? { order: found } : await this.place(attempt, requestHash);
    if (order.requestHash !== requestHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
    const { browser } = attempt;
    const isRepeated = order.browserHash !== browser.hash;
    if (isRepeated) await this.requireLostAnswer(order, browser);
    const url = order.stripeSessionId
      ? await this.urlOfStarted(order, order.stripeSessionId)
      : await this.startSession(order, browser.isNew && !isRepeated, lines);
    if (isRepeated) await this.access.grantAccess(order, browser.hash);
    return { url, orderNumber: order.number };
  }

  /**
   * When the answer to a first request is lost, the browser repeats it without the cookie of that answer. Only that
   * browser knows the key, so a repetition without a token comes from it: with its answer its new token gets access too.
   * @throws ProblemError IDEMPOTENCY_KEY_REUSED when the browser has another token; RATE_LIMITED
   */
  private async requireLostAnswer(order: OrderRow, { isNew }: IdentifiedBrowser): Promise<void> {
    if (!isNew) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
    await this.limiter.require('checkout_repeated', order.id);
  }

  private async place(attempt: CheckoutAttempt, requestHash: string): Promise<PlacedOrder> {
    await this.limit(attempt);
    const offers = await this.offersFor(attempt.items);
    const [first] = offers;
    if (!first) throw new ProblemError('INVALID_REQUEST');
    requirePayableAtOnce(offers);
    if (attempt.replaces) await this.openPayments.replace(attempt.replaces, attempt.browser.hash);
    if (!attempt.browser.isNew) await this.endEarlierOrders(attempt);
    const mode = offers.some(({ variant }) => variant.price.recurring) ? 'subscription' : 'payment';
    const language = ownLanguageOf(attempt.languages, this.config.shopFile.languages.offered);
    const named = language ?? attempt.languages[0] ?? null;
    return this.placeOrder.place({
      mode,
      offer: await this.offerBeside(offers, mode, named),
      idempotencyKey: attempt.idempotencyKey,
      requestHash,
      browserHash: attempt.browser.hash,
      locale: stripeLocaleOf(attempt.languages) ?? null,
      language,
      currency: first.variant.price.currency,
      lines: offers.map(({ quantity, ...offer }) => ({
        stripePriceId: offer.variant.price.id,
        stripeProductId: offer.product.id,
        stock: offer.stock,
        ...lineNameOf(offer, named),
        imageUrl: offer.product.imageUrl,
        quantity,
        unitAmountMinor: offer.variant.price.amountMinor,
        recurring: offer.variant.price.recurring,
        shippable: offer.shippable,
        withdrawalExempt: offer.withdrawalExempt,
      })),
    });
  }

  /** Not for a browser whose token was made for this request: no order has it yet. */
  private async endEarlierOrders({ browser, idempotencyKey }: CheckoutAttempt): Promise<void> {
    await this.openSessions.close(browser.hash, idempotencyKey);
    // After that: a session that was being paid by a voucher refused to close.
    await this.openPayments.requireNone(browser.hash);
  }

  /**
   * Testing stolen cards takes many sessions. Only new orders count: a double click repeats its key. A browser that keeps
   * no cookie looks new each time, so its address is counted, or all requests without a known address together.
   */
  private async limit({ browser, address }: CheckoutAttempt): Promise<void> {
    await limitClient(this.limiter, 'checkout', address);
    if (!browser.isNew) await this.limiter.require('checkout_browser', browser.hash);
  }

  /** What Stripe's page may change about the cart, and add to it. */
  private async offerBeside(
    cart: (Offer & { quantity: number })[],
    mode: OrderRow['mode'],
    language: string | null,
  ) {
    const { checkout } = this.config.shopFile;
    const subtotalMinor = cart.reduce(
      (sum, { variant, quantity }) => sum + variant.price.amountMinor * quantity,
      0,
    );
    const lines = checkout.adjustableQuantity
      ? await this.catalog.withWhatIsLeft(cart)
      : cart.map((line) => ({ ...line, left: null }));
    const offers = checkout.optionalItems.length > 0 ? await this.catalog.offers() : [];
    const optional = await this.catalog.withWhatIsLeft(
      offers.filter(({ variant }) => checkout.optionalItems.includes(variant.price.id)),
    );
    return makeOffer(checkout, { lines, mode, subtotalMinor, language }, optional);
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

  /**
   * Stripe requires that a session lives half an hour. An order that has waited too long for its session gets none.
   * @param isOnly whether it is the first order of its browser
   */
  private async startSession(
    order: OrderRow,
    isOnly: boolean,
    lines?: OrderLineRow[],
  ): Promise<string> {
    const ageMs = this.clock.now().getTime() - order.createdAt.getTime();
    if (order.status !== 'pending' || order.supersededAt || ageMs > MAX_WAIT_FOR_SESSION_MS) {
      await this.orderSync.abandon(order.id, 'checkout');
      throw new ProblemError('CHECKOUT_EXPIRED');
    }
    if (!isOnly && !(await this.openSessions.keepNewest(order)))
      throw new ProblemError('CHECKOUT_EXPIRED');
    return this.sessions.start(order, lines);
  }

  /**
   * The session exists, because the shopper repeats the request. It may have been paid or have expired since. Where the order
   * is over, the shopper may want the same again.
   */
  private async urlOfStarted(order: OrderRow, stripeSessionId: string): Promise<string> {
    await this.visitorSync.sync(stripeSessionId, order.id, 'checkout');
    const now = (await this.orders.findByIdempotencyKey(order.idempotencyKey)) ?? order;
    const { status, sessionUrl, supersededAt } = now;
    if (awaitedBy(now)) throw problemAbout('PAYMENT_OPEN', now);
    const isPayable = status === 'pending' && sessionUrl !== null;
    if (isPayable && !supersededAt) return sessionUrl;
    throw new ProblemError(isPayable || isOver(now) ? 'CHECKOUT_EXPIRED' : 'CHECKOUT_COMPLETED');
  }
}

const hashItems = (items: CheckoutRequest['items']) =>
  createHash('sha256')
    .update(JSON.stringify(items.map((item) => [item.priceId, item.quantity])))
    .digest('hex');
