import { Injectable } from '@nestjs/common';
import type { StaffActionAnswer } from '@shop/contract';
import { HeldTellingService } from '../../order/fulfilment/held-telling.service';
import type { Word } from '../../order/fulfilment/held-telling.service';
import { ActOnOrder } from './act-on-order.service';
import type { Why } from './act-on-order.service';

/** What has become of what waited, by the person's word. */
const DONE: Record<Word, string> = {
  tell: 'What waited is told now, as far as it is still true.',
  told: 'What waited counts as told: nothing is sent.',
};

/** What a person says about an order of a restored database, by the service that the command line uses. */
@Injectable()
export class HeldTellingActs {
  constructor(
    private readonly act: ActOnOrder,
    private readonly telling: HeldTellingService,
  ) {}

  /** Ends the hold. A second word finds none, and changes nothing. @throws ProblemError ORDER_NOT_FOUND */
  decide(number: string, word: Word, why: Why): Promise<StaffActionAnswer> {
    return this.act.on(number, why, async ({ id }) => {
      const steps = await this.telling.decide(id, word);
      if (steps === undefined) return 'Nothing about it was held back, so nothing has changed.';
      const done = steps > 0 ? DONE[word] : 'Nothing waited.';
      return `${done} From now on it tells as any other order.`;
    });
  }
}
