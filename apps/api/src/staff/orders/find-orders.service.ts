import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { LEAST_LETTERS } from '@shop/contract';
import type { StaffOrders, StaffOrdersQuery } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { ProblemError } from '../../http/errors/problem-error';
import type { ObjectSubject } from '../../jobs/queues';
import { paymentIntentOf } from '../../order/sync/payment-intent-of';
import { cursorOf, PAGE, pageOf, timeKey } from '../page-cursor';
import { seesPeople } from '../staff';
import type { Staff } from '../staff';
import { orderHead } from './order-head';
import { isAboutPerson, searchTerm } from './search-term';
import type { SearchTerm } from './search-term';
import { StaffOrderRepository } from '../staff-order.repository';
import type { StoredTerm } from '../staff-order.repository';

/** Lists and finds orders for people of the staff. */
@Injectable()
export class FindOrders {
  constructor(
    private readonly orders: StaffOrderRepository,
    private readonly clock: Clock,
    private readonly stripe: Stripe,
  ) {}

  /**
   * Newest first.
   * @throws ProblemError INVALID_REQUEST when the term is too short; ROLE_NOT_ALLOWED when a viewer looks for a person;
   * STRIPE_UNAVAILABLE when Stripe cannot say which payment a charge or the like belongs to
   */
  async find({ filter, q = '', after }: StaffOrdersQuery, staff: Staff): Promise<StaffOrders> {
    const key = timeKey(after);
    const term = q.trim() === '' ? undefined : this.wanted(q, staff);
    const stored = term && (await this.stored(term));
    if (stored?.by === 'ids' && stored.ids.length === 0) return { orders: [], next: null };
    const list = filter && { filter, now: this.clock.now() };
    const rows = await this.orders.page(list, stored, key, PAGE + 1);
    const { shown, next } = pageOf(rows, (last) => cursorOf(last.key, last.order.id));
    return { orders: shown.map(({ order }) => orderHead(order, seesPeople(staff))), next };
  }

  private wanted(q: string, staff: Staff): SearchTerm {
    const term = searchTerm(q);
    if (!term) {
      const message = `each word needs ${LEAST_LETTERS} letters or more, or it must be a whole order number or id`;
      throw new ProblemError('INVALID_REQUEST', [{ path: 'q', message }]);
    }
    // Whether an order is found would tell a viewer whose it is.
    if (isAboutPerson(term) && !seesPeople(staff)) throw new ProblemError('ROLE_NOT_ALLOWED');
    return term;
  }

  private async stored(term: SearchTerm): Promise<StoredTerm> {
    if (isStored(term)) return term;
    if (term.by === 'object') return this.ofObject(term.subject);
    const event = await this.orders.findEvent(term.id);
    const ids = [event?.subjectId, event?.objectId, event?.paymentId].filter(
      (id) => typeof id === 'string',
    );
    const terms = ids.map(searchTerm);
    if (terms.some((one) => one && isStored(one))) return { by: 'ids', ids };
    const [object] = terms.flatMap((one) => (one?.by === 'object' ? [one.subject] : []));
    return object ? this.ofObject(object) : { by: 'ids', ids };
  }

  /** An order keeps its payment, not the charges and the like of it: an event about one has told of it, or Stripe knows. */
  private async ofObject(subject: ObjectSubject): Promise<StoredTerm> {
    const known = await this.orders.paymentOf(subject.stripeObjectId);
    const paymentId = known ?? (await this.paymentAtStripe(subject));
    return { by: 'ids', ids: paymentId === null ? [] : [paymentId] };
  }

  private async paymentAtStripe(subject: ObjectSubject): Promise<string | null> {
    try {
      return await paymentIntentOf(this.stripe, subject);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      throw new ProblemError('STRIPE_UNAVAILABLE', undefined, { cause: error });
    }
  }
}

const isStored = (term: SearchTerm): term is SearchTerm & StoredTerm =>
  term.by !== 'object' && term.by !== 'event';
