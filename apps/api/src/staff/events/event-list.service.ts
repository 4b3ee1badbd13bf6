import { Injectable } from '@nestjs/common';
import type { StaffEvents, StaffEventsQuery } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { cursorOf, eventKey, PAGE, pageOf } from '../page-cursor';
import { listedEvent } from './listed-event';
import { StaffEventRepository } from './staff-event.repository';

const THREE_DAYS_MS = 3 * 24 * 60 * 60 * 1000;

/** Lists events of Stripe. */
@Injectable()
export class EventList {
  constructor(
    private readonly repository: StaffEventRepository,
    private readonly clock: Clock,
  ) {}

  /** Newest first. The index of when they came finds some days of them quickly, and all of them slowly. */
  async list({ filter, subject, after }: StaffEventsQuery): Promise<StaffEvents> {
    const since =
      subject === undefined ? new Date(this.clock.now().getTime() - THREE_DAYS_MS) : undefined;
    const wish = { filter, subject, since };
    const rows = await this.repository.page(wish, eventKey(after), PAGE + 1);
    const { shown, next } = pageOf(rows, ({ key, event }) => cursorOf(key, event.id));
    return {
      events: shown.map(({ event }) => listedEvent(event)),
      next,
    };
  }
}
