import { Injectable } from '@nestjs/common';
import type { WithdrawalReceipt, WithdrawalRequest } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { Database } from '../../database/database';
import type { WithdrawalRow } from '../../database/schema/withdrawal-tables';
import { ProblemError } from '../../http/errors/problem-error';
import { AFTER_ANSWER_MS } from '../../jobs/after-answer';
import { JobQueue } from '../../jobs/job-queue';
import { limitClient } from '../../rate-limit/limit-client';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { createOrderNumber } from '../order-number';
import { readWithdrawal } from './read-withdrawal';
import { contentHashOf, nextRecord } from './withdrawal-chain';
import type { WithdrawalContent } from './withdrawal-chain';
import { WithdrawalRepository } from './withdrawal.repository';

/**
 * Takes withdrawals. It looks at no order and moves no money: what is declared is recorded and acknowledged, whether or
 * not there is such an order, so nobody learns which orders there are. A person decides what becomes of it.
 */
@Injectable()
export class WithdrawalService {
  /** Copies of one declaration that come at the same moment share the first one's turn. */
  private readonly running = new Map<string, Promise<WithdrawalReceipt>>();

  constructor(
    private readonly database: Database,
    private readonly repository: WithdrawalRepository,
    private readonly jobs: JobQueue,
    private readonly limiter: RateLimiter,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a withdrawal and queues its acknowledgement; the same one again gets the receipt of the first time.
   * @param address the client's network address, if it tells shoppers apart
   * @throws ProblemError WITHDRAWAL_NOT_OFFERED, INVALID_REQUEST, RATE_LIMITED
   */
  declare(request: WithdrawalRequest, address: string | undefined): Promise<WithdrawalReceipt> {
    if (this.config.shopFile.withdrawal.offer === 'off')
      throw new ProblemError('WITHDRAWAL_NOT_OFFERED');
    const content = readWithdrawal(request, this.config.shop.language);
    const hash = contentHashOf(content);
    const turn =
      this.running.get(hash) ??
      this.take(content, hash, address).finally(() => this.running.delete(hash));
    this.running.set(hash, turn);
    return turn;
  }

  private async take(content: WithdrawalContent, hash: string, address: string | undefined) {
    const known = await this.repository.findByContent(hash);
    if (known) return receiptOf(known);
    await limitClient(this.limiter, 'withdrawal', address);
    return receiptOf(await this.record(content, hash));
  }

  private record(content: WithdrawalContent, hash: string): Promise<WithdrawalRow> {
    return this.database.transaction(async (tx) => {
      const last = await this.repository.lockChain(tx);
      const known = await this.repository.findByContent(hash, tx);
      if (known) return known;
      const now = this.clock.now();
      const row = nextRecord(last, content, `W-${createOrderNumber()}`, now);
      await this.repository.add(tx, row);
      const { reference } = row;
      const options = { singletonKey: reference, delayMs: AFTER_ANSWER_MS };
      await this.jobs.send(tx, 'order.withdrawal', { reference }, options);
      return row;
    });
  }
}

const receiptOf = ({ reference, receivedAt }: WithdrawalRow): WithdrawalReceipt => ({
  reference,
  receivedAt: receivedAt.toISOString(),
});
