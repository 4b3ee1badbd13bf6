import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { OrderRow } from '../../database/schema/tables';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { Deployment } from '../../deployment/deployment';
import { JobQueue } from '../../jobs/job-queue';
import type { Jobs } from '../../jobs/queues';
import { limits } from '../../rate-limit/limits';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { asDeliveryError } from '../fulfilment/delivery-error';
import { FulfilmentService } from '../fulfilment/fulfilment.service';
import { acknowledgementMail } from '../fulfilment/mail/letters/acknowledgement-mail';
import { Mailer } from '../fulfilment/mail/mailer';
import { normaliseEmail } from '../link/normalise-email';
import { OrderRepository } from '../order.repository';
import { WithdrawalRepository } from './withdrawal.repository';

const LIST = 'npm run orders -- withdrawals list';

/** What follows from a recorded withdrawal: merchant and staff are told, and its sender gets the acknowledgement. */
@Injectable()
export class WithdrawalWorker implements OnApplicationBootstrap {
  private readonly logger = new Logger('Withdrawal');

  constructor(
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly repository: WithdrawalRepository,
    private readonly orders: OrderRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly mailer: Mailer,
    private readonly limiter: RateLimiter,
    private readonly deployment: Deployment,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.work('order.withdrawal', (job) => this.follow(job), {
      onPermanent: async ({ reference }, { code, reason }) => {
        this.alert(reference, code, reason);
        await Promise.resolve();
      },
    });
  }

  /** Runs again after a failure: what has been done is not done again. */
  private async follow({ reference, isPutOff }: Jobs['order.withdrawal']): Promise<void> {
    const row = await this.repository.find(reference);
    if (!row) return;
    const attempts = await this.repository.deliveriesOf([reference]);
    const order = await this.tellShop(row);
    if (!order && attempts.length === 0 && !isPutOff) await this.alertUnknown(reference);
    if (row.erasedAt || attempts.some(({ outcome }) => outcome !== 'failed')) return;
    if (row.counted || (await this.isCounted(row, order)))
      await this.acknowledge(row, attempts.length + 1);
    else await this.putOff(reference);
  }

  /** Once each: a process that is stopped while it sends would else use up what the mailbox may get. */
  private async isCounted(row: WithdrawalRow, order: OrderRow | undefined): Promise<boolean> {
    if (!(await this.limiter.allows('withdrawal_mailbox', mailboxOf(row, order)))) return false;
    await this.repository.setCounted(row.reference);
    return true;
  }

  /** A mailbox gets so many at most; who has declared more gets the others later. */
  private async putOff(reference: string): Promise<void> {
    const { windowMs: delayMs } = limits.withdrawal_mailbox;
    const options = { singletonKey: reference, delayMs };
    await this.database.transaction((tx) =>
      this.jobs.send(tx, 'order.withdrawal', { reference, isPutOff: true }, options),
    );
  }

  /** @returns the order, if there is such a one */
  private async tellShop({ orderNumber, reference }: WithdrawalRow): Promise<OrderRow | undefined> {
    return this.database.transaction(async (tx) => {
      const order = await this.orders.lockByNumber(tx, orderNumber);
      if (!order || this.deployment.isOther(order.deploymentId)) return undefined;
      await this.fulfilment.stage(tx, order, [{ trigger: 'withdrawal_requested', id: reference }]);
      await this.repository.setOrderKnown(tx, reference);
      return order;
    });
  }

  /** A typing error of a consumer does not end the right to withdraw: a person looks for the order. */
  private async alertUnknown(reference: string): Promise<void> {
    if (!(await this.limiter.allows('withdrawal_alert', 'all'))) return;
    const reason = `it names no order that we know; find it by its name and address: ${LIST}`;
    this.logger.error({ alert: true, reference, reason }, 'withdrawal needs a person');
  }

  private async acknowledge(row: WithdrawalRow, attempt: number): Promise<void> {
    const { reference, email } = row;
    const { shopFile, shop } = this.config;
    const record = { reference, attempt, at: this.clock.now() };
    try {
      const mail = acknowledgementMail(row, shopFile, shop.url);
      await this.mailer.send({ id: `withdrawal-${reference.toLowerCase()}`, to: email, ...mail });
    } catch (error) {
      const { code, isFinal } = asDeliveryError(error);
      const outcome = isFinal ? 'refused' : 'failed';
      await this.repository.recordDelivery({ ...record, outcome, code });
      if (!isFinal) throw error;
      const reason = 'the acknowledgement was refused for good: send it another way';
      this.alert(reference, code, reason);
      return;
    }
    await this.repository.recordDelivery({ ...record, outcome: 'sent', code: null });
  }

  private alert(reference: string, code: string, reason: string): void {
    const details = { reference, code, reason: `${reason}. See it: ${LIST}` };
    this.logger.error({ alert: true, ...details }, 'withdrawal needs a person');
  }
}

/** What is counted: an order's own address has its own count for it, so that no stranger uses it up. */
function mailboxOf({ email, orderNumber }: WithdrawalRow, order: OrderRow | undefined): string {
  const mailbox = normaliseEmail(email);
  const isOwn = order?.email && normaliseEmail(order.email) === mailbox;
  return isOwn ? `${mailbox} ${orderNumber}` : mailbox;
}
