import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FindOrderRequest } from '@shop/contract';
import { Database } from '../../database/database';
import { AFTER_ANSWER_MS } from '../../jobs/after-answer';
import { JobQueue } from '../../jobs/job-queue';
import { limitClient } from '../../rate-limit/limit-client';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import { normaliseEmail } from '../link/normalise-email';
import { readOrderNumber } from '../order-number';

/**
 * Takes searches for orders. It looks at no order: whether there is one changes neither the answer nor its time. The
 * orders are looked up by a job.
 */
@Injectable()
export class FindOrderService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Queues an e-mail with links to the orders of an address. Whoever is refused because of the address has got e-mails
   * already: nobody is locked out.
   * @param address the client's network address, if it tells shoppers apart
   * @throws ProblemError RATE_LIMITED
   */
  async find({ email, orderNumber }: FindOrderRequest, address: string | undefined): Promise<void> {
    const wanted = normaliseEmail(email);
    await limitClient(this.limiter, 'find', address);
    await this.limiter.require('find_mailbox', wanted);
    const typed = orderNumber?.trim();
    const job = {
      id: randomUUID(),
      email: wanted,
      // A number that no order can have finds none.
      ...(typed && { orderNumber: readOrderNumber(typed) ?? '' }),
    };
    const options = { delayMs: AFTER_ANSWER_MS };
    await this.database.transaction((tx) => this.jobs.send(tx, 'order.find', job, options));
  }
}
