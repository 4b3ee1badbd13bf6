import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { OrderRow } from '../database/schema/tables';
import { JobQueue } from '../jobs/job-queue';
import { decisions } from '../order/review/review-rules';
import { ReviewService } from '../order/review/review.service';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { StripeSessionReader } from '../order/sync/stripe-session.reader';
import { retrieveEvent } from '../webhook/retrieve-event';
import { WebhookInboxService } from '../webhook/webhook-inbox.service';
import { CommandError, UsageError } from './command-error';
import { OrderHistoryRepository } from './order-history.repository';
import { describeStripeState } from './stripe-state';

export interface CommandOptions {
  as?: string | undefined;
  reason?: string | undefined;
}

const MAX_REASON = 300;

/** The commands for the person on call: `npm run orders`. */
@Injectable()
export class OrderCommands {
  constructor(
    private readonly stripe: Stripe,
    private readonly jobs: JobQueue,
    private readonly history: OrderHistoryRepository,
    private readonly orderSync: OrderSyncService,
    private readonly sessions: StripeSessionReader,
    private readonly reviews: ReviewService,
    private readonly inbox: WebhookInboxService,
  ) {}

  /** @returns a plain object, the same as `--json` prints */
  async run(command: string, args: string[], options: CommandOptions): Promise<object> {
    switch (command) {
      case 'show':
        return this.show(only(args, 'show <session | order number | e-mail>'));
      case 'sync':
        return this.sync(only(args, 'sync <session>'));
      case 'replay':
        return this.replay(only(args, 'replay <event>'));
      case 'retry-dead':
        none(args, 'retry-dead');
        return { retried: await this.jobs.retryDead() };
      case 'review':
        none(args, 'review');
        return this.review();
      case 'resolve':
        return this.resolve(only(args, RESOLVE), options);
      default:
        throw new UsageError(`There is no command ${command}. See npm run orders -- --help`);
    }
  }

  private async show(term: string): Promise<object> {
    const found = await this.history.search(term);
    if (found.length === 0) throw new CommandError(`No order has ${term}.`);
    const orders: object[] = [];
    for (const order of found) orders.push(await this.describe(order));
    return { orders };
  }

  private async describe(order: OrderRow): Promise<object> {
    const { stripeSessionId, stripePaymentIntentId } = order;
    const ids = [stripeSessionId, stripePaymentIntentId].filter((id) => id !== null);
    const events = ids.length ? await this.history.eventsAbout(ids) : [];
    return {
      order,
      lines: await this.history.linesOf(order.id),
      transitions: await this.history.transitionsOf(order.id),
      fulfilments: await this.history.fulfilmentsOf(order.id),
      events: events.map(({ id, type, receivedAt, handledAt, outcome }) => {
        return { id, type, receivedAt, handledAt, outcome };
      }),
      stripe: stripeSessionId ? await this.askStripe(stripeSessionId) : null,
    };
  }

  /** An error of Stripe is shown as text, because the rest of the order is useful without Stripe too. */
  private async askStripe(stripeSessionId: string): Promise<object | null> {
    try {
      const snapshot = await this.sessions.read(stripeSessionId);
      return snapshot && describeStripeState(snapshot);
    } catch (error) {
      return { unavailable: error instanceof Error ? error.message : 'unknown' };
    }
  }

  private async sync(stripeSessionId: string): Promise<object> {
    if (!/^cs_(test|live)_\w+$/.test(stripeSessionId)) {
      throw new CommandError(`${stripeSessionId} is not a Checkout Session id.`);
    }
    const outcome = await this.orderSync.sync(stripeSessionId, 'command');
    if (outcome === 'not_ours') {
      throw new CommandError(
        `Stripe does not know ${stripeSessionId}, or another system created it.`,
      );
    }
    const [order] = await this.history.search(stripeSessionId);
    if (outcome === 'order_missing' || !order) {
      throw new CommandError(`The order of ${stripeSessionId} is not in this database.`);
    }
    return { outcome, orderNumber: order.number, status: order.status };
  }

  private async review(): Promise<object> {
    const orders = await this.reviews.findOpen();
    return {
      orders: orders.map(({ number, status, reviewReason, createdAt, stripeSessionId }) => {
        return { orderNumber: number, status, reviewReason, createdAt, stripeSessionId };
      }),
    };
  }

  private async resolve(term: string, { as, reason = '' }: CommandOptions): Promise<object> {
    const decision = decisions.find((one) => one === as);
    const why = reason.trim();
    if (!decision || !why || why.length > MAX_REASON) {
      throw new UsageError(`Usage: npm run orders -- ${RESOLVE}`);
    }
    const [order, ...others] = await this.history.search(term);
    if (!order) throw new CommandError(`No order has ${term}.`);
    if (others.length > 0) {
      throw new CommandError(
        `${others.length + 1} orders have ${term}. Use the number of one order.`,
      );
    }
    const status = await this.reviews.resolve(order.id, decision, why);
    return { orderNumber: order.number, decision, status };
  }

  private async replay(stripeEventId: string): Promise<object> {
    if (!/^evt_\w+$/.test(stripeEventId))
      throw new CommandError(`${stripeEventId} is not an event id.`);
    const event = await retrieveEvent(this.stripe, stripeEventId);
    return { event: event.id, type: event.type, queued: await this.inbox.replay(event) };
  }
}

const RESOLVE =
  `resolve <session | order number> --as <${decisions.join(' | ')}> ` +
  `--reason "<why, at most ${MAX_REASON} characters>"`;

function none(args: string[], usage: string): void {
  if (args.length > 0) throw new UsageError(`Usage: npm run orders -- ${usage}`);
}

function only(args: string[], usage: string): string {
  const [one, ...others] = args;
  if (one === undefined || others.length > 0)
    throw new UsageError(`Usage: npm run orders -- ${usage}`);
  return one;
}
