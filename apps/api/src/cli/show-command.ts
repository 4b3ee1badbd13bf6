import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { OrderRow } from '../database/schema/tables';
import type { SessionSnapshot } from '../order/sync/session-snapshot';
import { StripeSessionReader } from '../order/sync/stripe-session.reader';
import { eventIdsOf } from '../staff/orders/event-ids';
import { CommandError } from './command-error';
import { asCommandError } from './command-failure';
import type { CommandOptions } from './command-options';
import { explainFailure } from './explain-failure';
import { orderBrief } from './order-brief';
import { OrderHistoryRepository } from './order-history.repository';
import { describeStripeState } from './stripe-state';
import { subscriptionHistory } from './subscription-history';

/** The term is not repeated: it may be somebody's address, and what is printed is kept in logs of terminals. */
const NO_ORDER = 'No order has this session, order number or e-mail address.';

/**
 * `npm run orders -- show`: what matters first; and with `--all` or as JSON what Stripe says, what we have, every event
 * and change.
 */
@Injectable()
export class ShowCommand {
  constructor(
    private readonly stripe: Stripe,
    private readonly history: OrderHistoryRepository,
    private readonly sessions: StripeSessionReader,
  ) {}

  /** @throws CommandError when no order has the term */
  async show(term: string, { json = false, all = false }: CommandOptions): Promise<object> {
    const found = await this.history.search(term);
    if (found.length === 0) throw new CommandError(NO_ORDER);
    const orders: object[] = [];
    for (const order of found)
      orders.push(json ? await this.describe(order) : await this.forPeople(order, all));
    return { orders };
  }

  /** Stripe is asked for the rest alone. */
  private async forPeople(order: OrderRow, all: boolean): Promise<object> {
    const transitions = await this.history.transitionsOf(order.id);
    const brief = orderBrief(order, transitions, await this.history.fulfilmentsOf(order.id));
    return all ? { ...brief, all: await this.describe(order) } : brief;
  }

  private async describe(order: OrderRow): Promise<object> {
    const { stripeSessionId } = order;
    const { snapshot, unavailable } = stripeSessionId ? await this.askStripe(stripeSessionId) : {};
    const { stripeSubscriptionId } = order;
    const ids = eventIdsOf(order, snapshot);
    const events = await this.history.eventsAbout(ids);
    return {
      order,
      lines: await this.history.linesOf(order.id),
      transitions: await this.history.transitionsOf(order.id),
      fulfilments: await this.history.fulfilmentsOf(order.id),
      events: events.map(({ id, type, receivedAt, handledAt, outcome }) => {
        return { id, type, receivedAt, handledAt, outcome };
      }),
      ...(stripeSubscriptionId && {
        renewals: await subscriptionHistory(this.stripe, stripeSubscriptionId),
      }),
      stripe: snapshot ? describeStripeState(snapshot) : unavailable ? { unavailable } : null,
    };
  }

  /** An error of Stripe is shown as text, because the rest of the order is useful without Stripe too. */
  private async askStripe(
    stripeSessionId: string,
  ): Promise<{ snapshot?: SessionSnapshot; unavailable?: string }> {
    try {
      const snapshot = await this.sessions.read(stripeSessionId);
      return snapshot ? { snapshot } : {};
    } catch (error) {
      return { unavailable: explainFailure(asCommandError(error)) };
    }
  }
}
