import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Statement } from '../database/database';
import { Deployment } from './deployment';
import { ForeignPaymentsRepository } from './foreign-payments.repository';
import type { ForeignId } from './foreign-payments.repository';

/** Who made a payment that this deployment did not make. */
export interface ForeignOwner {
  /** The other deployment that the payment names; null where it names none: another system made it. */
  deploymentId: string | null;
}

/** When a person was alerted, as it is kept once somebody has dealt with it: long ago. The audit has who and when. */
const SETTLED = new Date(0);

/** Remembers what on the Stripe account is not this deployment's, so that each payment costs one call of Stripe. */
@Injectable()
export class ForeignPaymentsService {
  constructor(
    private readonly payments: ForeignPaymentsRepository,
    private readonly deployment: Deployment,
    private readonly clock: Clock,
  ) {}

  /**
   * @param stripeId of a session, a payment, or an object that belongs to one
   * @returns undefined for what nobody has asked about yet. What was taken for another deployment's under another
   * DEPLOYMENT_ID counts as unknown once it names this one
   */
  async ownerOf(stripeId: string): Promise<ForeignOwner | undefined> {
    const [known] = await this.payments.find([stripeId]);
    if (!known || known.deploymentId === this.deployment.id) return undefined;
    return { deploymentId: known.deploymentId };
  }

  /** Whether another deployment is known to have made it. */
  async isOtherDeployments(stripeId: string): Promise<boolean> {
    const owner = await this.ownerOf(stripeId);
    return this.deployment.isOther(owner?.deploymentId);
  }

  async remember(stripeIds: string[], { deploymentId }: ForeignOwner): Promise<void> {
    if (stripeIds.length === 0) return;
    const foreign = stripeIds.map((stripeId) => ({ stripeId, deploymentId }));
    await this.payments.keep(foreign, this.clock.now());
  }

  /** The same as a statement, for a transaction of the caller's. */
  insertion(foreign: ForeignId[]): Statement {
    return this.payments.insertion(foreign, this.clock.now());
  }

  /**
   * Of a paid session without an order, also one that is this deployment's.
   * @param deploymentId that it names; null where it names none
   * @returns true once for each session, in all processes and for good: then a person is alerted
   */
  claimAlert(stripeSessionId: string, deploymentId: string | null): Promise<boolean> {
    return this.payments.claimAlert({ stripeId: stripeSessionId, deploymentId }, this.clock.now());
  }

  /** Somebody has dealt with it: it needs nobody any more, and is not alerted again. @returns whether it needed one */
  settle(stripeId: string): Promise<boolean> {
    return this.payments.antedateAlert(stripeId, SETTLED);
  }
}
