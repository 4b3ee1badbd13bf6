import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import type { OrderRow, SessionState } from '../../database/schema/tables';
import { Deployment } from '../../deployment/deployment';
import { deploymentNamedBy } from '../../deployment/deployment-metadata';
import { ForeignPaymentsService } from '../../deployment/foreign-payments.service';
import { OutsidePaymentService } from '../adoption/outside-payment.service';
import { RebuildService } from '../adoption/rebuild.service';
import { isOurs } from './is-ours';
import { judgeLost } from './lost-order';
import { intentOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';
import { describeSession } from './session-state';

/** The payer has done what was due, so somebody owes the goods. */
const SETTLED: ReadonlySet<SessionState> = new Set([
  'confirmed',
  'nothing_to_pay',
  'payment_review',
]);

/** Whose session it is, where it may not be this deployment's. */
@Injectable()
export class SessionOwnerService {
  constructor(
    private readonly deployment: Deployment,
    private readonly foreign: ForeignPaymentsService,
    private readonly outside: OutsidePaymentService,
    private readonly rebuilding: RebuildService,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether another deployment's, as far as the database knows. No call of Stripe is needed then.
   * @param order of the session, if it has one here: a copy of a database has the orders of another deployment
   */
  async isKnownAsOther(order: OrderRow | undefined, stripeSessionId: string): Promise<boolean> {
    return order
      ? this.deployment.isOther(order.deploymentId)
      : this.foreign.isOtherDeployments(stripeSessionId);
  }

  /** Whether the session names another deployment. That is remembered, for its payment too. */
  async isOther(snapshot: SessionSnapshot): Promise<boolean> {
    const { session } = snapshot;
    const deploymentId = deploymentNamedBy(session);
    if (!this.deployment.isOther(deploymentId)) return false;
    const payment = paymentIdOf(snapshot);
    await this.foreign.remember([session.id, ...(payment ? [payment] : [])], { deploymentId });
    return true;
  }

  /**
   * Takes care of a session without an order that no deployment made. Nothing is done while it is unpaid.
   * @returns whether it has an order now
   */
  async settleOutside(snapshot: SessionSnapshot): Promise<boolean> {
    const { session } = snapshot;
    if (session.mode === 'setup' || !SETTLED.has(describeSession(session))) return false;
    return this.outside.settle(session, paymentIdOf(snapshot));
  }

  /** @returns true once for each session of ours that is paid and whose order is missing: then a person is alerted */
  claimAlert(session: Stripe.Checkout.Session): Promise<boolean> {
    return this.foreign.claimAlert(session.id, deploymentNamedBy(session) ?? null);
  }

  /**
   * Takes care of a session of ours whose order is not in the database, as in one that was restored from a backup.
   * @returns `rebuilt`: it has its order again; `unpaid`: nothing is owed; `missing`: a person has to look, or too early
   * @throws what Stripe and the database throw
   */
  async settleLost({ session }: SessionSnapshot): Promise<'rebuilt' | 'unpaid' | 'missing'> {
    const found = judgeLost(session, this.deployment.id, this.clock.now());
    if (found !== 'rebuild' || !isOurs(session)) return found === 'unpaid' ? found : 'missing';
    const { order_id: id, order_number: number } = session.metadata;
    return (await this.rebuilding.rebuild(session, { id, number })) ? 'rebuilt' : 'missing';
  }
}

function paymentIdOf({ session }: SessionSnapshot): string | null {
  const { payment_intent: payment } = session;
  return typeof payment === 'string' ? payment : (intentOf(session)?.id ?? null);
}
