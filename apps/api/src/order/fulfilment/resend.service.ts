import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { DeliveryRow, FulfilmentRow } from '../../database/schema/fulfilment-tables';
import type { Channel, OrderRow } from '../../database/schema/tables';
import { FULFILMENT_STEPS } from './fulfilment-step';
import type { FulfilmentStep } from './fulfilment-step';
import { FulfilmentRepository } from './fulfilment.repository';
import { FulfilmentService } from './fulfilment.service';
import { parseStep, waitsForItsTime } from './judge-step';
import { ResendRepository } from './resend.repository';
import { isStillTrue } from './trigger-truth';

/** Tells again what a person asks for, under the ids of the first time. */
@Injectable()
export class ResendService {
  constructor(
    private readonly database: Database,
    private readonly repository: ResendRepository,
    private readonly steps: FulfilmentRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly clock: Clock,
    @Inject(FULFILMENT_STEPS) private readonly registered: readonly FulfilmentStep[],
  ) {}

  /** Every step of an order with its attempts, in the order of its sequence. */
  async told(orderId: string): Promise<(FulfilmentRow & { attempts: DeliveryRow[] })[]> {
    const attempts = await this.repository.attemptsOf(orderId);
    const steps = await this.repository.stepsOf(orderId);
    return steps.map((row) => ({
      ...row,
      attempts: attempts.filter(({ step }) => step === row.step),
    }));
  }

  /**
   * Queues the last step of a channel again that is still true.
   * @param channel undefined: of whichever channel told the shopper or the merchant last
   * @param named this step and no other; one that was refused for good also if it is no longer true
   * @returns the step; undefined when there is none
   */
  async resend(
    orderId: string,
    channel: Channel | undefined,
    named?: string,
  ): Promise<string | undefined> {
    return this.database.transaction((tx) => this.resendWithin(tx, orderId, channel, named));
  }

  /** As `resend`, in the caller's transaction. */
  async resendWithin(
    tx: Transaction,
    orderId: string,
    channel: Channel | undefined,
    named?: string,
  ): Promise<string | undefined> {
    const { order, rows } = await this.lock(tx, orderId);
    if (!order) return undefined;
    const isTrue = this.stillTrue(order, rows, channel);
    const last =
      named === undefined
        ? isTrue.findLast((row) => channel !== undefined || this.stepOf(row)?.channel !== 'staff')
        : [...this.refused(rows, channel), ...isTrue].find(({ step }) => step === named);
    if (last) await this.reopen(tx, [last], rows);
    return last?.step;
  }

  /** The last step of a channel, of those that are wanted, that is still true, sent or not yet; else undefined. */
  async lastTrue(
    tx: Transaction,
    orderId: string,
    channel: Channel,
    isWanted: (row: FulfilmentRow) => boolean = () => true,
  ): Promise<FulfilmentRow | undefined> {
    const { order, rows } = await this.lock(tx, orderId);
    return order && this.stillTrue(order, rows, channel).findLast(isWanted);
  }

  /**
   * Queues what was refused of a channel again, or else its last step that is still true.
   * @returns the steps; none when there is none
   */
  async resendChannel(orderId: string, channel: Channel): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      const { order, rows } = await this.lock(tx, orderId);
      if (!order) return [];
      const refused = this.refused(rows, channel);
      const again = refused.length > 0 ? refused : this.stillTrue(order, rows, channel).slice(-1);
      await this.reopen(tx, again, rows);
      return again.map(({ step }) => step);
    });
  }

  /**
   * Queues the steps of a channel again that were refused for good, in their order and in the caller's transaction.
   * @returns those that are still true: the others end untold
   */
  async resendRefused(tx: Transaction, orderId: string, channel: Channel): Promise<string[]> {
    const { order, rows } = await this.lock(tx, orderId);
    if (!order) return [];
    const refused = this.refused(rows, channel);
    await this.reopen(tx, refused, rows);
    return this.stillTrue(order, refused, channel).map(({ step }) => step);
  }

  /** Whether this can be a step of an order: `refund_mail:re_1`, say. */
  knows(step: string): boolean {
    return this.registered.some(({ name }) => name === parseStep(step).name);
  }

  /**
   * Queues every event to the merchant's system again that was staged or sent since a time, and what waits: for a system
   * that has lost what it was told. Each order's events keep their ids and their order.
   * @returns how many events of how many orders
   */
  async recover(since: Date): Promise<{ events: number; orders: number }> {
    const names = this.registered
      .filter(({ channel }) => channel === 'merchant')
      .map(({ name }) => name);
    const orderIds = await this.repository.ordersWithSteps(names, since);
    const queued = { events: 0, orders: 0 };
    for (const orderId of orderIds) {
      const events = await this.database.transaction(async (tx) => {
        const { rows } = await this.lock(tx, orderId);
        const wanted = rows.filter(
          (row) =>
            this.stepOf(row)?.channel === 'merchant' &&
            row.outcome !== 'moot' &&
            (!row.doneAt || row.doneAt >= since || row.stagedAt >= since),
        );
        await this.reopen(tx, wanted, rows);
        return wanted.length;
      });
      queued.events += events;
      if (events > 0) queued.orders += 1;
    }
    return queued;
  }

  /** The order and its steps, locked; neither while it is held back: nothing of it was told. See HeldTellingService. */
  private async lock(
    tx: Transaction,
    orderId: string,
  ): Promise<{ order: OrderRow | undefined; rows: FulfilmentRow[] }> {
    const { order, rows } = await this.repository.lock(tx, orderId);
    return order?.tellingHeldAt ? { order: undefined, rows: [] } : { order, rows };
  }

  /** The steps that were told or refused, or are tried now, and that are still true. */
  private stillTrue(order: OrderRow, rows: FulfilmentRow[], channel: Channel | undefined) {
    return rows.filter((row) => {
      const step = this.stepOf(row);
      return (
        step &&
        (channel === undefined || step.channel === channel) &&
        row.outcome !== 'moot' &&
        // What it has told was told to others before.
        !(step.isAside && row.outcome === 'sent') &&
        !(order.erasedAt && step.channel === 'mail') &&
        !waitsForItsTime(row, this.clock.now()) &&
        isStillTrue(step.on, parseStep(row.step).triggerId, order)
      );
    });
  }

  /**
   * The steps that were refused for good. One that is no longer true is among them: queued again it ends untold, and
   * needs no person any more.
   */
  private refused(rows: FulfilmentRow[], channel: Channel | undefined): FulfilmentRow[] {
    return rows.filter((row) => {
      const step = row.outcome === 'undeliverable' ? this.stepOf(row) : undefined;
      return step && (channel === undefined || step.channel === channel);
    });
  }

  private async reopen(
    tx: Transaction,
    wanted: FulfilmentRow[],
    all: FulfilmentRow[],
  ): Promise<void> {
    const channels = new Set<Channel>();
    let highest = Math.max(0, ...all.map(({ sequence }) => sequence ?? 0));
    for (const row of wanted) {
      const channel = this.stepOf(row)?.channel;
      if (!channel) continue;
      await this.steps.update(tx, row, {
        channel,
        // An older version has given its steps no sequence.
        sequence: row.sequence ?? (highest += 1),
        dueAt: this.clock.now(),
        notBefore: null,
        nextAttemptAt: null,
        doneAt: null,
        outcome: null,
        note: null,
      });
      channels.add(channel);
    }
    const [first] = wanted;
    for (const channel of channels) await this.fulfilment.queue(tx, first?.orderId ?? '', channel);
  }

  private stepOf({ step }: FulfilmentRow): FulfilmentStep | undefined {
    return this.registered.find(({ name }) => name === parseStep(step).name);
  }
}
