import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import Stripe from 'stripe';
import { describeError } from '../http/logging/describe-error';
import { SweepService } from '../order/reconciliation/sweep.service';
import { handledTypes } from './event-subject';
import type { VerifiedEvent } from './verify-event';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookInboxService } from './webhook-inbox.service';

const HOUR_S = 60 * 60;
/** As far back as Stripe lists events (https://docs.stripe.com/webhooks/process-undelivered-events). */
const ALL_S = 30 * 24 * HOUR_S;
/** Events may become listed as undelivered long after they were created. */
const OVERLAP_S = 3 * HOUR_S;
const PAGE = 100;

/** Fetches the events that Stripe could not deliver, as a part of each sweep. */
@Injectable()
export class MissedEventsService implements OnModuleInit {
  private readonly logger = new Logger('Sweep');
  private lastSuccess: number | undefined;

  constructor(
    private readonly stripe: Stripe,
    private readonly inbox: WebhookInboxService,
    private readonly events: WebhookEventRepository,
    private readonly sweep: SweepService,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst(() => this.recoverIfAllowed());
  }

  /** Logs its errors: with an API key that may not list events the sweep still reads due orders. */
  private async recoverIfAllowed(): Promise<void> {
    try {
      const recovered = await this.recover();
      if (recovered > 0) {
        this.logger.warn({ recovered }, 'events recovered that were not delivered');
      }
    } catch (error) {
      this.logger.warn(describeError(error), 'missed events not read');
    }
  }

  /** Receives the events that are not stored yet: of the last 30 days first, then since the last success. */
  private async recover(): Promise<number> {
    const now = Math.floor(Date.now() / 1000);
    const since = this.lastSuccess === undefined ? now - ALL_S : this.lastSuccess - OVERLAP_S;
    let recovered = 0;
    let page: VerifiedEvent[] = [];
    const listed = this.stripe.events.list({
      delivery_success: false,
      types: [...handledTypes],
      created: { gte: since },
      limit: PAGE,
    });
    for await (const event of listed) {
      page.push(asVerified(event));
      if (page.length < PAGE) continue;
      recovered += await this.receiveUnknown(page);
      page = [];
    }
    recovered += await this.receiveUnknown(page);
    this.lastSuccess = now;
    return recovered;
  }

  /** @returns how many of the events were not stored before */
  private async receiveUnknown(page: VerifiedEvent[]): Promise<number> {
    const unknown = await this.events.unknown(page.map(({ id }) => id));
    let received = 0;
    for (const event of page) {
      if (!unknown.has(event.id)) continue;
      await this.inbox.receive(event);
      received += 1;
    }
    return received;
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
