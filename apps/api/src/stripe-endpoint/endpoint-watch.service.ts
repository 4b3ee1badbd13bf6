import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../config/config';
import { describeError } from '../http/logging/describe-error';
import { EndpointStateService } from '../stripe/endpoint-state.service';
import type { EndpointFinding } from './endpoint.types';
import { expectedEndpoint } from './expected-endpoint';
import { judgeEndpoints } from './judge-endpoints';
import { OldDomains } from './old-domains';
import { readEndpoints } from './read-endpoints';

const FORWARDED = 'the Stripe CLI forwards events, so nothing is compared';
export const NOT_READABLE = 'the key may not read webhook endpoints';
export const DESTINATIONS_NOT_READABLE =
  'the key may not read event destinations, and no webhook endpoint is ours';

/** Whatever a sweep is busy with, a person is told within a minute. */
const INTERVAL_MS = 30_000;

/**
 * Compares the webhook endpoint at Stripe with the one that the code needs, at the start and every half minute. Stripe
 * disables an endpoint after days of failures, and lists no event that no endpoint was to get: nothing else tells.
 */
@Injectable()
export class EndpointWatchService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('StripeEndpoint');
  private readonly oldDomains: OldDomains;
  private running: Promise<boolean> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly stripe: Stripe,
    private readonly config: Config,
    private readonly state: EndpointStateService,
  ) {
    this.oldDomains = new OldDomains(config.stripe.webhookSecrets[0] ?? '');
  }

  /** In the background: a start does not wait for Stripe. */
  onApplicationBootstrap(): void {
    if (!this.config.worker.runsHere) return;
    void this.compare();
    this.timer = setInterval(() => void this.compare(), INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Logs its errors. What was found before stays until Stripe answers again. @returns whether Stripe has answered */
  compare(): Promise<boolean> {
    this.running ??= this.compareNow()
      .then(() => true)
      .catch((error: unknown) => {
        this.logger.warn(describeError(error), 'webhook endpoints not compared');
        return false;
      })
      .finally(() => (this.running = undefined));
    return this.running;
  }

  private async compareNow(): Promise<void> {
    const { findings, detail } = await this.look();
    const { appeared, gone, detailChanged } = await this.state.replace({
      subject: 'endpoint',
      findings,
      detail,
      comparedAt: new Date(),
    });
    for (const { code, words } of appeared) {
      this.logger.error({ alert: true, code, reason: words }, 'webhook endpoint is wrong');
    }
    if (detail === null)
      for (const { code } of gone) this.logger.log({ code }, 'webhook endpoint is right again');
    if (detail !== null && detail !== FORWARDED && detailChanged) this.logger.warn(detail);
  }

  private async look(): Promise<{ findings: EndpointFinding[]; detail: string | null }> {
    const expected = expectedEndpoint(this.config);
    if (!expected) return { findings: [], detail: FORWARDED };
    try {
      const { endpoints, destinationsReadable } = await readEndpoints(this.stripe);
      const found = await this.oldDomains.mark(expected, endpoints);
      const findings = judgeEndpoints(expected, found, destinationsReadable);
      if (!findings) return { findings: [], detail: DESTINATIONS_NOT_READABLE };
      return { findings, detail: null };
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
      return { findings: [], detail: NOT_READABLE };
    }
  }
}
