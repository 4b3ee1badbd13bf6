import { Injectable } from '@nestjs/common';
import type { StaffEvents, StaffEventsQuery } from '@shop/contract';
import { cursorOf, eventKey, PAGE, pageOf } from '../page-cursor';
import { listedEvent } from './listed-event';
import { StaffEventRepository } from './staff-event.repository';

/** Lists events of Stripe. */
@Injectable()
export class EventList {
  constructor(private readonly repository: StaffEventRepository) {}

  /** Newest first. */
  async list({ filter, subject, after }: StaffEventsQuery): Promise<StaffEvents> {
    const rows = await this.repository.page({ filter, subject }, eventKey(after), PAGE + 1);
    const { shown, next } = pageOf(rows, ({ key, event }) => cursorOf(key, event.id));
    return {
      events: shown.map(({ event }) => listedEvent(event)),
      next,
    };
  }
}
