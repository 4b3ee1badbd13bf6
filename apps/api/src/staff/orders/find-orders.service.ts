import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { LEAST_LETTERS } from '@shop/contract';
import type { StaffOrders, StaffOrdersQuery } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { ProblemError } from '../../http/errors/problem-error';
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
   * STRIPE_UNAVAILABLE when Stripe cannot say which payment a charge belongs to
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
    if (term.by === 'charge') return this.ofCharge(term.id);
    const event = await this.orders.findEvent(term.id);
    const ids = [event?.subjectId, event?.objectId].filter((id) => typeof id === 'string');
    const charge = ids.find((id) => /^(ch|py)_/.test(id));
    return charge ? this.ofCharge(charge) : { by: 'ids', ids };
  }

  /** An order keeps its payment, not the charges of it: Stripe knows. */
  private async ofCharge(id: string): Promise<StoredTerm> {
    try {
      const { payment_intent: intent } = await this.stripe.charges.retrieve(id);
      const paymentId = typeof intent === 'string' ? intent : intent?.id;
      return { by: 'ids', ids: paymentId ? [paymentId] : [] };
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      if (error.code === 'resource_missing') return { by: 'ids', ids: [] };
      throw new ProblemError('STRIPE_UNAVAILABLE', undefined, { cause: error });
    }
  }
}

const isStored = (term: SearchTerm): term is SearchTerm & StoredTerm =>
  term.by !== 'charge' && term.by !== 'event';
