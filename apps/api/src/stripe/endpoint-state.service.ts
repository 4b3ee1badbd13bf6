import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { StripeEndpointState, StripeFinding } from '../database/schema/stripe-endpoint-tables';
import { EndpointStateRepository } from './endpoint-state.repository';

/** What has changed since the last look. */
export interface EndpointChange {
  appeared: StripeFinding[];
  gone: StripeFinding[];
  detailChanged: boolean;
}

/** Keeps what one process has found at Stripe, so that each process can tell it. */
@Injectable()
export class EndpointStateService {
  constructor(
    private readonly database: Database,
    private readonly states: EndpointStateRepository,
  ) {}

  /** The last look at the webhook endpoint; undefined before the first one has ended. */
  async find(subject: StripeEndpointState['subject']): Promise<StripeEndpointState | undefined> {
    const state = await this.states.find(subject);
    return state?.comparedAt ? state : undefined;
  }

  /** Stores what was found. Of several processes that find the same at once, one is told that it is new. */
  replace(found: StripeEndpointState): Promise<EndpointChange> {
    return this.database.transaction(async (tx) => {
      const before = await this.states.lock(tx, found.subject);
      await this.states.update(tx, found);
      const known = before?.findings ?? [];
      return {
        appeared: without(found.findings, known),
        gone: without(known, found.findings),
        detailChanged: (before?.detail ?? null) !== found.detail,
      };
    });
  }
}

const without = (some: StripeFinding[], others: StripeFinding[]) =>
  some.filter(({ words }) => !others.some((other) => other.words === words));
