import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { Channel, OrderRow } from '../../database/schema/tables';
import { JobQueue } from '../../jobs/job-queue';
import type { SendOptions } from '../../jobs/job-queue';
import { FULFILMENT_STEPS } from './fulfilment-step';
import type { FulfilmentStep, FulfilmentTrigger } from './fulfilment-step';
import { FulfilmentRepository } from './fulfilment.repository';
import { parseStep } from './judge-step';

/** A job that has begun too early by this process's clock is not followed by another one at once. */
const LEAST_WAIT_MS = 1000;

/** A job that begins so much later than a step may run is early enough for it. */
const LATE_MS = 1000;

type Triggers = readonly { trigger: FulfilmentTrigger; id: string }[];

/** Stages each registered step of an order once, and queues the job that tells it. */
@Injectable()
export class FulfilmentService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly repository: FulfilmentRepository,
    private readonly clock: Clock,
    @Inject(FULFILMENT_STEPS) private readonly steps: readonly FulfilmentStep[],
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.work('order.fulfil', ({ orderId, step }) => this.adopt(orderId, step));
  }

  /**
   * Stages the steps of what has become true, in the transaction that makes it true, with the order's row locked. The
   * unique key of order and step makes that once.
   * @param order as it is from now on
   */
  async stage(tx: Transaction, order: OrderRow, triggers: Triggers): Promise<void> {
    const now = this.clock.now();
    const atOnce = new Set<Channel>();
    for (const { trigger, id } of triggers) {
      for (const { name, on, channel, enabled, ...step } of this.steps) {
        if (!enabled || on !== trigger) continue;
        const staged = { orderId: order.id, step: id ? `${name}:${id}` : name, channel };
        const notBefore = step.notBefore?.(order, now);
        if (!(await this.repository.stage(tx, staged, now, notBefore))) continue;
        // It waits for a person, who has it queued: see HeldTellingService.
        if (order.tellingHeldAt) continue;
        if (notBefore) await this.queue(tx, order.id, channel, notBefore);
        else atOnce.add(channel);
      }
    }
    for (const channel of atOnce) await this.queue(tx, order.id, channel);
  }

  /**
   * Stages a step once more, under an id of its own, whether or not it has been told. The caller's transaction has the
   * order's row locked.
   * @param name of a registered step
   */
  async stageAgain(tx: Transaction, orderId: string, name: string): Promise<void> {
    const step = this.steps.find((one) => one.name === name);
    if (!step) throw new Error(`There is no fulfilment step ${name}.`);
    const staged = `${name}:${randomUUID()}`;
    const { channel } = step;
    await this.repository.stage(tx, { orderId, step: staged, channel }, this.clock.now());
    await this.queue(tx, orderId, channel);
  }

  /**
   * Queues the job that tells what is staged for an order in a channel. One job too many finds nothing to do: send it
   * again wherever one may be missing.
   * @param notBefore not before this time, by this process's clock
   */
  async queue(tx: Transaction, orderId: string, channel: Channel, notBefore?: Date): Promise<void> {
    await this.send(tx, orderId, channel, { delayMs: notBefore && this.untilMs(notBefore) });
  }

  /** Queues the job under an id. @returns whether there was none under it */
  queueOnce(orderId: string, channel: Channel, id: string): Promise<boolean> {
    return this.database.transaction((tx) => this.send(tx, orderId, channel, { id }));
  }

  /**
   * Queues the job for a step that has to wait, unless one waits that begins early enough. The one that asks may have
   * been that step's own: the queue goes by the database's clock, and each process by its own.
   * @param at when the step may run
   */
  async queueWaiting(orderId: string, channel: Channel, at: Date): Promise<void> {
    const delayMs = Math.max(LEAST_WAIT_MS, this.untilMs(at));
    const singletonKey = deliveryKey(orderId, channel);
    if (await this.repository.hasJobWithin(delayMs + LATE_MS, { orderId, singletonKey })) return;
    await this.database.transaction((tx) => this.send(tx, orderId, channel, { delayMs }));
  }

  private send(tx: Transaction, orderId: string, channel: Channel, options: SendOptions) {
    const one = { ...options, singletonKey: deliveryKey(orderId, channel), group: channel };
    return this.jobs.send(tx, 'order.deliver', { orderId, channel }, one);
  }

  private untilMs(at: Date): number {
    return at.getTime() - this.clock.now().getTime();
  }

  /** Takes a step over whose job an older version has queued. */
  private async adopt(orderId: string, staged: string): Promise<void> {
    const step = this.steps.find(({ name }) => name === parseStep(staged).name);
    if (!step) throw new Error(`There is no fulfilment step ${staged}.`);
    await this.database.transaction(async (tx) => {
      const { channel } = step;
      if (await this.repository.adopt(tx, orderId, staged, channel, this.clock.now()))
        await this.queue(tx, orderId, channel);
    });
  }
}

/** Of the jobs with this key one runs at a time. Mails to staff are counted, so those of all orders have one key. */
const deliveryKey = (orderId: string, channel: Channel): string =>
  channel === 'staff' ? channel : `${orderId} ${channel}`;
