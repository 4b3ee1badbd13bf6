import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { handledTypes } from './event-subject';
import type { VerifiedEvent } from './verify-event';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookInboxService } from './webhook-inbox.service';

const HOUR_S = 60 * 60;
/** As far back as Stripe lists events (https://docs.stripe.com/webhooks/process-undelivered-events). */
const ALL_S = 30 * 24 * HOUR_S;
/** Events may appear as undelivered long after they were made. */
const OVERLAP_S = 3 * HOUR_S;
const PAGE = 100;

/** Fetches the events that Stripe could not deliver. */
@Injectable()
export class MissedEvents {
  private lastSuccess: number | undefined;

  constructor(
    private readonly stripe: Stripe,
    private readonly webhook: WebhookInboxService,
    private readonly events: WebhookEventRepository,
  ) {}

  /** Takes in what is not stored yet: of the last 30 days the first time, then since the last time. @returns how many */
  async recover(): Promise<number> {
    const now = Math.floor(Date.now() / 1000);
    const since = this.lastSuccess === undefined ? now - ALL_S : this.lastSuccess - OVERLAP_S;
    let recovered = 0;
    let page: VerifiedEvent[] = [];
    const takeIn = async () => {
      const unknown = await this.events.unknown(page.map(({ id }) => id));
      for (const event of page) {
        if (!unknown.has(event.id)) continue;
        await this.webhook.receive(event);
        recovered += 1;
      }
      page = [];
    };
    const listed = this.stripe.events.list({
      delivery_success: false,
      types: [...handledTypes],
      created: { gte: since },
      limit: PAGE,
    });
    for await (const event of listed) {
      page.push(asVerified(event));
      if (page.length === PAGE) await takeIn();
    }
    await takeIn();
    this.lastSuccess = now;
    return recovered;
  }
}

/** An event read from Stripe's API needs no signature: the connection is the proof. */
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
