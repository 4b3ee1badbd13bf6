import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import type { Channel } from '../database/schema/tables';
import { asDeliveryError } from '../order/fulfilment/delivery-error';
import { outcomeOf, waitsForItsTime } from '../order/fulfilment/judge-step';
import { MerchantEndpoint } from '../order/fulfilment/merchant/merchant-endpoint';
import { testEvent } from '../order/fulfilment/merchant/test-event';
import { ResendService } from '../order/fulfilment/resend.service';
import { ActOnOrder } from '../staff/actions/act-on-order.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import { CommandError, UsageError } from './command-error';
import type { CommandOptions } from './command-options';
import { findOne } from './find-one';
import { OrderHistoryRepository } from './order-history.repository';
import { saidReason } from './said-reason';

const sinceSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const channels: readonly Channel[] = ['mail', 'merchant', 'staff'];

/** The commands about what was told to whom: `npm run orders -- deliveries` and the like. */
@Injectable()
export class DeliveryCommands {
  constructor(
    private readonly history: OrderHistoryRepository,
    private readonly resends: ResendService,
    private readonly merchant: MerchantEndpoint,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: StaffAuditService,
    private readonly act: ActOnOrder,
  ) {}

  async deliveries(term: string): Promise<object> {
    const order = await findOne(this.history, term);
    const steps = await this.resends.told(order.id);
    return {
      orderNumber: order.number,
      steps: steps.map((row) => {
        const { step, channel, sequence, stagedAt, notBefore, doneAt, nextAttemptAt } = row;
        const outcome = outcomeOf(row);
        const isWaiting = waitsForItsTime(row, this.clock.now());
        const note = isWaiting ? `not before ${notBefore?.toISOString()}` : row.note;
        const attempts = row.attempts.map(({ attempt, at, outcome: ended, code }) => {
          return { attempt, at, outcome: ended, code };
        });
        return {
          step,
          channel,
          sequence,
          outcome,
          note,
          stagedAt,
          notBefore,
          doneAt,
          nextAttemptAt,
          attempts,
        };
      }),
    };
  }

  /** `--step` is a channel, or one step as `deliveries` names it. */
  async resend(term: string, { step: named, reason }: CommandOptions): Promise<object> {
    const channel = channels.find((one) => one === named);
    if (named !== undefined && !channel && !this.resends.knows(named))
      throw new UsageError(
        `--step is one of ${channels.join(', ')}, or a step as npm run orders -- deliveries names it.`,
      );
    const why = saidReason(reason);
    const { id, number: orderNumber, tellingHeldAt } = await findOne(this.history, term);
    const resend = async () => {
      const steps = channel
        ? await this.resends.resendChannel(id, channel)
        : [await this.resends.resend(id, undefined, named)].filter((one) => one !== undefined);
      if (steps.length > 0) return steps;
      if (tellingHeldAt)
        throw new CommandError(
          `What ${orderNumber} tells is held back. Say first whether it was told: npm run orders -- restored told ${orderNumber}, or restored tell ${orderNumber}.`,
        );
      throw new CommandError(
        named === undefined || channel
          ? `Nothing that is still true was told about ${orderNumber}.`
          : `${named} is no step of ${orderNumber}, or is no longer true.`,
      );
    };
    const about = { orderNumber, subject: named ?? null, reason: why };
    return audited(this.audit, 'resendOrder', about, async (actionId) => {
      const steps = await this.act.keeping(orderNumber, actionId, resend);
      await this.audit.note(actionId, { subject: steps.join(', ') });
      return { orderNumber, steps, queued: true };
    });
  }

  async testEvent(): Promise<object> {
    const { merchant } = this.config;
    if (!merchant) throw new CommandError('FULFILLMENT_WEBHOOK_URL is not set.');
    // Without its query, which may hold a secret.
    const { origin, pathname } = new URL(merchant.url);
    const url = `${origin}${pathname}`;
    const id = `test-${randomUUID()}`;
    try {
      return { id, url, status: await this.merchant.post(id, testEvent(this.clock.now())) };
    } catch (error) {
      throw new CommandError(`${url} did not take the event: ${asDeliveryError(error).code}.`);
    }
  }

  async recover({ since, reason }: CommandOptions): Promise<object> {
    const parsed = sinceSchema.safeParse(since);
    if (!parsed.success)
      throw new UsageError(
        'Usage: npm run orders -- recover --since <time>, such as 2026-11-28 or 2026-11-28T10:00:00Z',
      );
    if (!this.merchant.isConfigured) throw new CommandError('FULFILLMENT_WEBHOOK_URL is not set.');
    const time = new Date(parsed.data);
    if (time > this.clock.now()) throw new CommandError('--since is in the future.');
    const about = { subject: time.toISOString(), reason: saidReason(reason) };
    return audited(this.audit, 'recoverEvents', about, async (actionId) => {
      const queued = await this.resends.recover(time);
      await this.audit.note(actionId, { after: queued });
      return { since: time, queued };
    });
  }
}
