import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import Stripe from 'stripe';
import { Clock } from '../clock/clock';
import { describeError } from '../http/logging/describe-error';
import { StripeListReader } from '../order/reconciliation/stripe-list-reader.service';
import { SweepService } from '../order/reconciliation/sweep.service';
import { PermissionAlerts } from '../order/sync/permission-alerts';
import { listedTypes } from './event-subject';
import type { VerifiedEvent } from './verify-event';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookInboxService } from './webhook-inbox.service';

const LIST = 'events';

/** Our endpoint should have been called by now. */
const SILENCE_MS = 10 * 60 * 1000;

/** As long as it goes on, it is said once a day. */
const ALERT_INTERVAL_MS = 24 * 60 * 60 * 1000;

/**
 * Reads the events that Stripe has, as a part of each sweep, and receives those that our endpoint was not called with. All
 * of them, not only failed deliveries: an endpoint that is disabled, deleted or lacks an event is not called at all, and
 * then no delivery has failed (https://docs.stripe.com/api/events/list).
 */
@Injectable()
export class ListedEventsService implements OnModuleInit {
  private readonly logger = new Logger('Sweep');

  constructor(
    private readonly stripe: Stripe,
    private readonly lists: StripeListReader,
    private readonly permissions: PermissionAlerts,
    private readonly inbox: WebhookInboxService,
    private readonly events: WebhookEventRepository,
    private readonly sweep: SweepService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst('events', () => this.read());
  }

  /** Reads again what was created since then, beginning with the next sweep. */
  rereadFrom(time: Date): Promise<void> {
    return this.lists.rereadFrom(LIST, time);
  }

  /** Logs its errors, so that the rest of the sweep still runs. */
  private async read(): Promise<void> {
    try {
      await this.permissions.orElse(
        async () => {
          await this.lists.readNew<Stripe.Event>(
            LIST,
            (range) => this.stripe.events.list({ ...range, types: [...listedTypes] }),
            (events) => this.receiveUnknown(events.map(asVerified)),
          );
        },
        () => undefined,
      );
      await this.alertIfSilent();
    } catch (error) {
      this.logger.warn(describeError(error), 'events not read');
    }
  }

  private async receiveUnknown(page: VerifiedEvent[]): Promise<void> {
    const unknown = await this.events.unknown(page.map(({ id }) => id));
    for (const event of page) {
      if (unknown.has(event.id)) await this.inbox.receive(event, 'listed');
    }
    if (unknown.size > 0) this.logger.log({ recovered: unknown.size }, 'events read from the list');
  }

  /** What only the list has told of for ten minutes, the endpoint does not tell us. */
  private async alertIfSilent(): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - SILENCE_MS);
    const silent = await this.events.undelivered(
      before,
      new Date(before.getTime() - ALERT_INTERVAL_MS),
    );
    if (silent.length === 0) return;
    if (!(await this.lists.claimAlert(LIST, now, ALERT_INTERVAL_MS))) return;
    this.logger.error(
      { alert: true, events: silent.map(({ type, count }) => `${count} × ${type}`) },
      'the webhook endpoint does not tell us of these events: run npm run stripe:doctor',
    );
  }
}

/** An event that was read from Stripe's API needs no signature: the connection proves where it comes from. */
export function asVerified({
  id,
  type,
  api_version: apiVersion,
  livemode,
  created,
  data,
}: Stripe.Event): VerifiedEvent {
  return {
    id,
    type,
    apiVersion,
    livemode,
    createdAtS: created,
    object: data.object as unknown as VerifiedEvent['object'],
  };
}
