import { Injectable } from '@nestjs/common';
import { Deployment } from '../deployment/deployment';
import { ForeignPaymentsService } from '../deployment/foreign-payments.service';
import { JobQueue } from '../jobs/job-queue';
import { decisions } from '../order/review/review-rules';
import { ReviewService } from '../order/review/review.service';
import { FailureAlerts } from '../order/sync/failure-alerts';
import { OrderSyncService } from '../order/sync/order-sync.service';
import { ActOnOrder } from '../staff/actions/act-on-order.service';
import { StaffActs } from '../staff/actions/staff-acts.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { AddressCommands } from './address-commands';
import { audited } from './audited';
import { ChangeCommands } from './change-commands';
import { CommandError, UsageError } from './command-error';
import { DeliveryCommands } from './delivery-commands';
import { findOne } from './find-one';
import { OrderHistoryRepository } from './order-history.repository';
import { ShipmentCommands } from './shipment-commands';
import { PersonCommands } from './person-commands';
import { RestoredCommands } from './restored-commands';
import { saidReason } from './said-reason';
import { ShowCommand } from './show-command';
import type { CommandOptions } from './command-options';
import type { Person } from './terminal';
import { WithdrawalCommands } from './withdrawal-commands';

const MAX_REASON = 300;

/** The commands for the person on call: `npm run orders`. */
@Injectable()
export class OrderCommands {
  constructor(
    private readonly jobs: JobQueue,
    private readonly failures: FailureAlerts,
    private readonly history: OrderHistoryRepository,
    private readonly orderSync: OrderSyncService,
    private readonly reviews: ReviewService,
    private readonly deployment: Deployment,
    private readonly foreign: ForeignPaymentsService,
    private readonly audit: StaffAuditService,
    private readonly act: ActOnOrder,
    private readonly acts: StaffActs,
    private readonly shown: ShowCommand,
    private readonly delivery: DeliveryCommands,
    private readonly addresses: AddressCommands,
    private readonly changes: ChangeCommands,
    private readonly parcels: ShipmentCommands,
    private readonly withdrawals: WithdrawalCommands,
    private readonly people: PersonCommands,
    private readonly restored: RestoredCommands,
  ) {}

  /** @returns a plain object, the same as `--json` prints */
  async run(
    command: string,
    args: string[],
    options: CommandOptions,
    person: Person,
  ): Promise<object> {
    switch (command) {
      case 'show':
        return this.shown.show(
          only(args, 'show <session | order number | e-mail> [--all]'),
          options,
        );
      case 'sync':
        return this.sync(only(args, `sync <session> ${WHY}`), options);
      case 'replay':
        return this.replay(only(args, `replay <event> ${WHY}`), options);
      case 'retry-dead':
        none(args, `retry-dead ${WHY}`);
        return this.retryDead(person, options);
      case 'review':
        none(args, 'review');
        return this.review();
      case 'resolve':
        return this.resolve(only(args, RESOLVE), options);
      case 'deliveries':
        return this.delivery.deliveries(only(args, 'deliveries <order>'));
      case 'resend':
        return this.delivery.resend(
          only(args, `resend <order> [--step <step | mail | merchant | staff>] ${WHY}`),
          options,
        );
      case 'test-event':
        none(args, 'test-event');
        return this.delivery.testEvent();
      case 'recover':
        none(args, `recover --since <time> ${WHY}`);
        return this.delivery.recover(options);
      case 'withdrawals':
        return this.withdrawals.run(args);
      case 'restored':
        return this.restored.run(args, options);
      case 'set-email':
        return this.addresses.setEmail(args, options.reason);
      case 'cancel':
        return this.changes.cancel(args, options);
      case 'refund':
        return this.changes.refund(args, options);
      case 'set-address':
        return this.changes.setAddress(args, options);
      case 'ship':
        return this.parcels.ship(args, options);
      case 'shipment':
        return this.parcels.shipment(args, options);
      case 'shipments':
        return this.parcels.shipments(only(args, 'shipments <order>'));
      case 'export':
        return this.people.export(only(args, 'export <e-mail> [--out <file>]'));
      case 'erase':
        return this.people.erase(args, options, person);
      default:
        throw new UsageError(`There is no command ${command}. See npm run orders -- --help`);
    }
  }

  private async sync(stripeSessionId: string, options: CommandOptions): Promise<object> {
    if (!/^cs_(test|live)_\w+$/.test(stripeSessionId)) {
      throw new CommandError(`${stripeSessionId} is not a Checkout Session id.`);
    }
    const [known] = await this.history.search(stripeSessionId);
    const reason = saidReason(options.reason);
    const about = { orderNumber: known?.number ?? null, subject: stripeSessionId, reason };
    const read = () => this.bringInLine(stripeSessionId);
    return audited(this.audit, 'syncOrder', about, (actionId) =>
      known ? this.act.keeping(known.number, actionId, read) : read(),
    );
  }

  private async bringInLine(stripeSessionId: string): Promise<object> {
    const outcome = await this.orderSync.sync(stripeSessionId, 'command');
    if (outcome === 'other_deployment' || outcome === 'not_ours')
      throw new CommandError(await this.whyNotOurs(stripeSessionId, outcome));
    const [order] = await this.history.search(stripeSessionId);
    if (outcome === 'order_missing' || outcome === 'unpaid_lost' || !order) {
      throw new CommandError(`The order of ${stripeSessionId} is not in this database.`);
    }
    return { outcome, orderNumber: order.number, status: order.status };
  }

  /** @returns one sentence for the person on call */
  private async whyNotOurs(id: string, outcome: 'other_deployment' | 'not_ours'): Promise<string> {
    const owner = await this.foreign.ownerOf(id);
    if (outcome === 'other_deployment') {
      const [order] = await this.history.search(id);
      const other = owner?.deploymentId ?? order?.deploymentId ?? 'unknown';
      return `${id} belongs to the deployment ${other}, and this one is ${this.deployment.id}.`;
    }
    return owner
      ? `${id} is paid, and no checkout of this shop made it. "orderAdoption": "on" in shop.json makes an order of it, unless it names one of another system.`
      : `Stripe does not know ${id}, or no checkout of this shop made it and it is not paid.`;
  }

  /** Orders that were given up are read again by the next sweep, whether or not a job of theirs is left. */
  private async retryDead({ say }: Person, options: CommandOptions): Promise<object> {
    const about = { reason: saidReason(options.reason) };
    return audited(this.audit, 'retryDeadLetters', about, async (actionId) => {
      const ordersToSweep = await this.failures.forget();
      const retried = await this.jobs.retryDead((count) => say(`${count} jobs are queued again`));
      const after = { retried, ordersToSweep };
      await this.audit.note(actionId, { after });
      return after;
    });
  }

  private async review(): Promise<object> {
    const orders = await this.reviews.findOpen();
    return {
      orders: orders.map(({ number, status, reviewReason, createdAt, stripeSessionId }) => {
        return { orderNumber: number, status, reviewReason, createdAt, stripeSessionId };
      }),
    };
  }

  private async resolve(term: string, { as, reason = '' }: CommandOptions): Promise<object> {
    const decision = decisions.find((one) => one === as);
    const why = reason.trim();
    if (!decision || !why || why.length > MAX_REASON) {
      throw new UsageError(`Usage: npm run orders -- ${RESOLVE}`);
    }
    const order = await findOne(this.history, term);
    const about = { orderNumber: order.number, reason: why };
    return audited(this.audit, 'resolveOrder', about, async (actionId) => {
      const status = await this.reviews.resolve(order.id, decision, why);
      await this.audit.note(actionId, { before: { status: order.status }, after: { status } });
      return { orderNumber: order.number, decision, status };
    });
  }

  private async replay(stripeEventId: string, options: CommandOptions): Promise<object> {
    if (!/^evt_\w+$/.test(stripeEventId))
      throw new CommandError(`${stripeEventId} is not an event id.`);
    const about = { subject: stripeEventId, reason: saidReason(options.reason) };
    return audited(this.audit, 'replayEvent', about, async (actionId) => {
      const { after } = await this.acts.replay(stripeEventId, { actionId, reason: about.reason });
      return { event: stripeEventId, ...after };
    });
  }
}

const WHY = '[--reason "<why>"]';

const RESOLVE =
  `resolve <session | order number> --as <${decisions.join(' | ')}> ` +
  `--reason "<why, at most ${MAX_REASON} characters>"`;

function none(args: string[], usage: string): void {
  if (args.length > 0) throw new UsageError(`Usage: npm run orders -- ${usage}`);
}

function only(args: string[], usage: string): string {
  const [one, ...others] = args;
  if (one === undefined || others.length > 0)
    throw new UsageError(`Usage: npm run orders -- ${usage}`);
  return one;
}
