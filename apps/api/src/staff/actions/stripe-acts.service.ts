import { Injectable } from '@nestjs/common';
import type { StaffActionAnswer } from '@shop/contract';
import { ForeignPaymentsService } from '../../deployment/foreign-payments.service';
import { ProblemError } from '../../http/errors/problem-error';
import { EndpointStateService } from '../../stripe/endpoint-state.service';
import { EndpointWatchService } from '../../stripe-endpoint/endpoint-watch.service';
import { PermissionCheckService } from '../../stripe-endpoint/permissions/permission-check.service';
import { StaffAuditService } from '../staff-audit.service';
import { ActOnOrder } from './act-on-order.service';
import type { Why } from './act-on-order.service';
import { impossible } from './as-refusal';

/** What a person does about the Stripe account, beside its orders. */
@Injectable()
export class StripeActs {
  constructor(
    private readonly act: ActOnOrder,
    private readonly audit: StaffAuditService,
    private readonly endpoint: EndpointWatchService,
    private readonly permissions: PermissionCheckService,
    private readonly state: EndpointStateService,
    private readonly foreign: ForeignPaymentsService,
  ) {}

  /**
   * Compares the webhook endpoint, and asks what the key may do, now.
   * @throws ProblemError STRIPE_UNAVAILABLE: what was found before stays
   */
  async check(why: Why): Promise<StaffActionAnswer> {
    await this.audit.note(why.actionId, { reason: why.reason });
    const before = await this.found();
    const isCompared = await this.endpoint.compare();
    const key = await this.permissions.checkAgain();
    // With a key that Stripe does not take nothing can be compared: that is what is wrong then.
    const hasAnswered = key === 'key_invalid' || (key === 'made' && isCompared);
    if (!hasAnswered) throw new ProblemError('STRIPE_UNAVAILABLE');
    const after = await this.found();
    const endpoint = await this.state.find('endpoint');
    const words = foundWords(after.endpoint + after.permissions, endpoint?.detail ?? null);
    return this.act.done(why, words, before, after);
  }

  /** Takes a paid session without an order off the overview. @throws ProblemError ACTION_NOT_POSSIBLE */
  async settle(stripeId: string, why: Why): Promise<StaffActionAnswer> {
    await this.audit.note(why.actionId, { reason: why.reason, subject: stripeId });
    if (!(await this.foreign.settle(stripeId))) throw impossible('it needs nobody');
    return this.act.done(why, 'It needs nobody any more.', { settled: false }, { settled: true });
  }

  private async found() {
    const endpoint = await this.state.find('endpoint');
    const permissions = await this.state.find('permissions');
    return {
      endpoint: endpoint?.findings.length ?? 0,
      permissions: permissions?.findings.length ?? 0,
    };
  }
}

/** @param detail why the webhook endpoint was not compared; null: it was */
function foundWords(wrong: number, detail: string | null): string {
  const unseen = detail === null ? '' : ` The webhook endpoint was not compared: ${detail}.`;
  if (wrong === 0) return `Nothing is known to be wrong at Stripe.${unseen}`;
  const things = wrong === 1 ? 'One thing is' : `${wrong} things are`;
  return `${things} wrong at Stripe: the overview says which.${unseen}`;
}
