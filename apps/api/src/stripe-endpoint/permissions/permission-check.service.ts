import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { PermissionAlerts } from '../../order/sync/permission-alerts';
import { SweepService } from '../../order/reconciliation/sweep.service';
import { EndpointStateService } from '../../stripe/endpoint-state.service';
import { probePermissions } from './probe-permissions';

/** What has become of a check. */
type KeyCheck = 'made' | 'key_invalid' | 'not_made';

/**
 * Checks once, at the start of a process that runs jobs, what the API key may do. A key without a permission fails when
 * the first order needs it, which may be weeks later. While Stripe does not answer, the next sweep tries again.
 */
@Injectable()
export class PermissionCheckService implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('StripeKey');
  private checked: Promise<boolean> = Promise.resolve(false);

  constructor(
    private readonly stripe: Stripe,
    private readonly config: Config,
    private readonly state: EndpointStateService,
    private readonly sweep: SweepService,
    private readonly permissions: PermissionAlerts,
  ) {}

  onModuleInit(): void {
    this.sweep.runFirst('key', () => this.checkOnce());
  }

  /** In the background: a start does not wait for Stripe. */
  onApplicationBootstrap(): void {
    if (this.config.worker.runsHere) void this.checkOnce();
  }

  /** Checks now, because somebody has changed what the key may do. Logs its errors. */
  checkAgain(): Promise<KeyCheck> {
    const check = this.check();
    this.checked = check.then(isDone);
    return check;
  }

  private async checkOnce(): Promise<void> {
    this.checked = this.checked.then(async (was) => was || isDone(await this.check()));
    await this.checked;
  }

  private async check(): Promise<KeyCheck> {
    try {
      const found = await probePermissions(this.stripe);
      if (found.some(({ code }) => code === 'stripe_unreachable')) {
        this.logger.warn('permissions of the key not checked: Stripe does not answer');
        return 'not_made';
      }
      for (const { permission } of found) if (permission) this.permissions.remember(permission);
      const findings = found
        .filter(({ needed }) => needed)
        .map(({ code, words }) => ({ code, words }));
      const change = await this.state.replace({
        subject: 'permissions',
        findings,
        detail: null,
        comparedAt: new Date(),
      });
      for (const { code, words } of change.appeared) {
        this.logger.error({ alert: true, code, reason: words }, 'Stripe key is wrong');
      }
      return findings.some(({ code }) => code === 'key_invalid') ? 'key_invalid' : 'made';
    } catch (error) {
      this.logger.warn(describeError(error), 'permissions of the key not checked');
      return 'not_made';
    }
  }
}

/** Whether there is no need to check again. */
const isDone = (check: KeyCheck) => check === 'made';
