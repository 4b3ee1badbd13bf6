import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { OrderRow } from '../../database/schema/tables';
import { Metrics } from '../../metrics/metrics';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import type { DeliveryError } from './delivery-error';
import type { FulfilmentStep } from './fulfilment-step';
import { FulfilmentRepository } from './fulfilment.repository';
import { FulfilmentService } from './fulfilment.service';
import { nextAttemptAfter, parseStep } from './judge-step';
import { deferralId, parseDeferralId } from './staff/deferral-id';
import { undeliverableReason } from './undeliverable-reason';

/**
 * Writes what has become of a step, and says it. A step that was asked for again since it was read is neither ended nor
 * planned: it goes on, to the address that the order has now, say.
 */
@Injectable()
export class DeliveryOutcomes {
  private readonly logger = new Logger('Fulfilment');

  constructor(
    private readonly database: Database,
    private readonly repository: FulfilmentRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly limiter: RateLimiter,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  async endMoot(order: OrderRow, row: FulfilmentRow, note: string): Promise<void> {
    const doneAt = this.clock.now();
    const ended = { doneAt, outcome: 'moot', note, nextAttemptAt: null } as const;
    const isEnded = await this.database.transaction((tx) =>
      this.repository.updateRead(tx, row, ended),
    );
    if (!isEnded) return;
    this.logger.log({ orderNumber: order.number, step: row.step, reason: note }, 'not told');
  }

  /** Leaves the step for a later time. */
  async postpone(row: FulfilmentRow, { channel }: FulfilmentStep, notBefore: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (await this.repository.updateRead(tx, row, { notBefore, dueAt: notBefore }))
        await this.fulfilment.queue(tx, row.orderId, channel, notBefore);
    });
  }

  /**
   * @param rows the step, and those that were told together with it, of whichever orders
   * @param deferred places of addresses of staff that have not got it yet
   */
  async recordSuccess(
    order: OrderRow,
    rows: FulfilmentRow[],
    { channel }: FulfilmentStep,
    deferred: readonly number[] = [],
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      if (deferred.length > 0) await this.repository.lockOrder(tx, order.id);
      for (const row of rows) {
        const { orderId, step } = row;
        await this.repository.recordAttempt(tx, { orderId, step, at, outcome: 'sent', code: null });
        const ended = { doneAt: at, outcome: 'sent', note: null, nextAttemptAt: null } as const;
        await this.repository.updateRead(tx, row, ended);
      }
      for (const place of deferred) {
        const id = deferralId(place, at);
        await this.fulfilment.stage(tx, order, [{ trigger: 'staff_mail_deferred', id }]);
      }
    });
    this.metrics.count('delivery_attempts_total', { channel, outcome: 'sent' });
    for (const { orderId, step, dueAt, stagedAt } of rows) {
      const seconds = (at.getTime() - (dueAt ?? stagedAt).getTime()) / 1000;
      this.metrics.observe('fulfilment_step_seconds', { step: parseStep(step).name }, seconds);
      const whose = orderId === order.id ? { orderNumber: order.number } : { orderId };
      this.logger.log({ ...whose, step }, 'fulfilled');
    }
  }

  /** Plans the next attempt, or ends the step and tells a person. */
  async recordFailure(
    order: OrderRow,
    row: FulfilmentRow,
    { channel, isAside }: FulfilmentStep,
    { code, isFinal }: DeliveryError,
  ): Promise<void> {
    const { orderId, step } = row;
    const at = this.clock.now();
    const retryAt = await this.database.transaction(async (tx) => {
      await this.repository.lockOrder(tx, orderId);
      const outcome = isFinal ? 'refused' : 'failed';
      const attempt = await this.repository.recordAttempt(tx, { orderId, step, at, outcome, code });
      const { attempts, firstAt } = await this.repository.attemptsSince(tx, row);
      const next = isFinal ? undefined : nextAttemptAfter(attempts, firstAt ?? at, at);
      const outcomeAtLast = isAside ? 'moot' : 'undeliverable';
      const ended = { doneAt: at, outcome: outcomeAtLast, note: `last answer: ${code}` } as const;
      const waits = next && (isAside ? { notBefore: next } : { nextAttemptAt: next });
      const changes = waits ?? { ...ended, nextAttemptAt: null };
      // Asked for again: it is tried at once.
      if (!(await this.repository.updateRead(tx, row, changes))) return at;
      if (next) await this.fulfilment.queue(tx, orderId, channel, next);
      else await this.tellStaff(tx, order, row, attempt);
      return next;
    });
    const details = { orderNumber: order.number, step, code };
    this.metrics.count('delivery_attempts_total', {
      channel,
      outcome: retryAt ? 'failed' : 'undeliverable',
    });
    if (retryAt) {
      this.logger.warn({ ...details, retryAt }, 'not delivered, tried again');
      return;
    }
    if (isAside && !(await this.isNewOfAddress(step, code))) return;
    const reason = undeliverableReason({ channel, step }, isFinal, order.number);
    this.logger.error({ alert: true, ...details, reason }, 'order needs a person');
  }

  /** The others have got the e-mail, and the order is not wrong: one alert a day for each address and answer. */
  private isNewOfAddress(step: string, code: string): Promise<boolean> {
    const { place } = parseDeferralId(parseStep(step).triggerId);
    return this.limiter.allows('staff_address_alert', `${place} ${code}`);
  }

  /** Of a mail to staff that did not arrive, staff are not told by mail. */
  private async tellStaff(
    tx: Transaction,
    order: OrderRow,
    { step, channel }: FulfilmentRow,
    attempt: number,
  ): Promise<void> {
    if (channel === 'staff') return;
    const id = `${step}/${attempt}`;
    await this.fulfilment.stage(tx, order, [{ trigger: 'undeliverable', id }]);
  }
}
