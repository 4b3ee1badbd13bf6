import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import type { FulfilmentRow } from '../../database/schema/fulfilment-tables';
import { FulfilmentRepository } from './fulfilment.repository';
import { FulfilmentService } from './fulfilment.service';
import { HeldTellingRepository } from './held-telling.repository';
import type { HeldOrder } from './held-telling.repository';
import { waitsForItsTime } from './judge-step';

/** What a person says about an order of a restored database: tell what waits, or: it was told. */
export type Word = 'tell' | 'told';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is told of an older order is no repetition of what a lost day has told: cards are disputed for half a year. */
const HELD_DAYS = 180;

const TOLD = 'a person says that it was told before the database was restored';

/**
 * Holds back what is told about orders that may have told it before: a database that was restored from a backup has
 * forgotten what it told since. Steps are staged as ever, and wait for a person. They have the ids of the first time.
 */
@Injectable()
export class HeldTellingService {
  constructor(
    private readonly database: Database,
    private readonly held: HeldTellingRepository,
    private readonly steps: FulfilmentRepository,
    private readonly fulfilment: FulfilmentService,
    private readonly clock: Clock,
  ) {}

  /** The orders that were rebuilt or have something to tell, oldest first, and how many there are. */
  async list(limit: number): Promise<{ count: number; orders: HeldOrder[] }> {
    return { count: await this.held.count(), orders: await this.held.list(limit) };
  }

  /**
   * Holds back what is told about the orders that the database has, of the last 180 days. Run it after a restore and
   * before the start: those that come later are not held.
   * @returns how many orders
   */
  hold(): Promise<number> {
    const now = this.clock.now();
    return this.held.hold(new Date(now.getTime() - HELD_DAYS * DAY_MS), now);
  }

  /**
   * Ends the hold of an order. `tell` queues what waits: of that, what is no longer true is not told. `told` ends what
   * waits as sent.
   * @returns how many steps; undefined when the order is not held
   */
  async decide(orderId: string, word: Word): Promise<number | undefined> {
    return this.database.transaction(async (tx) => {
      if (!(await this.held.release(tx, orderId))) return undefined;
      const waiting = await this.held.waiting(tx, orderId);
      for (const row of waiting)
        await (word === 'tell' ? this.queue(tx, row) : this.endAsTold(tx, row));
      return waiting.length;
    });
  }

  /** The same about every order, each in a transaction of its own. @returns how many orders had something, and steps */
  async decideAll(word: Word): Promise<{ orders: number; steps: number }> {
    const idle = await this.held.releaseIdle();
    let [orders, steps] = [idle, 0];
    for (const id of await this.held.heldIds()) {
      const decided = await this.decide(id, word);
      if (decided === undefined) continue;
      orders += 1;
      steps += decided;
    }
    return { orders, steps };
  }

  private async queue(tx: Transaction, row: FulfilmentRow): Promise<void> {
    const now = this.clock.now();
    if (!row.channel) return;
    if (waitsForItsTime(row, now) && row.notBefore) {
      await this.fulfilment.queue(tx, row.orderId, row.channel, row.notBefore);
      return;
    }
    await this.steps.update(tx, row, { dueAt: now, nextAttemptAt: null });
    await this.fulfilment.queue(tx, row.orderId, row.channel);
  }

  private endAsTold(tx: Transaction, row: FulfilmentRow): Promise<void> {
    const doneAt = this.clock.now();
    return this.steps.update(tx, row, { doneAt, outcome: 'sent', note: TOLD, nextAttemptAt: null });
  }
}
