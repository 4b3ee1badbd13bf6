import { Injectable } from '@nestjs/common';
import { HeldTellingService } from '../order/fulfilment/held-telling.service';
import type { Word } from '../order/fulfilment/held-telling.service';
import { ActOnOrder } from '../staff/actions/act-on-order.service';
import { StaffAuditService } from '../staff/staff-audit.service';
import { audited } from './audited';
import { UsageError } from './command-error';
import type { CommandOptions } from './command-options';
import { findOne } from './find-one';
import { OrderHistoryRepository } from './order-history.repository';
import { saidReason } from './said-reason';

const MOST_LISTED = 1000;

/** `npm run orders -- restored`: what a person decides after a database was restored from a backup. */
@Injectable()
export class RestoredCommands {
  constructor(
    private readonly history: OrderHistoryRepository,
    private readonly telling: HeldTellingService,
    private readonly audit: StaffAuditService,
    private readonly act: ActOnOrder,
  ) {}

  /** @throws UsageError; CommandError when the term names no order, or several */
  async run([what, term, ...others]: string[], options: CommandOptions): Promise<object> {
    if (others.length > 0) throw usage();
    const { all = false } = options;
    const reason = saidReason(options.reason);
    const isAlone = term === undefined && !all;
    if (what === 'list' && isAlone) return this.telling.list(MOST_LISTED);
    if (what === 'hold' && isAlone)
      return audited(this.audit, 'holdTelling', { reason }, async () => ({
        held: await this.telling.hold(),
      }));
    if (what !== 'tell' && what !== 'told') throw usage();
    if (all && term === undefined)
      return audited(this.audit, ACTIONS[what], { reason }, () => this.telling.decideAll(what));
    if (term === undefined || all) throw usage();
    return this.decide(term, what, reason);
  }

  private async decide(term: string, word: Word, reason: string | null): Promise<object> {
    const { id, number: orderNumber } = await findOne(this.history, term);
    const decide = async () => {
      const steps = await this.telling.decide(id, word);
      return { orderNumber, wasHeld: steps !== undefined, steps: steps ?? 0 };
    };
    return audited(this.audit, ACTIONS[word], { orderNumber, reason }, (actionId) =>
      this.act.keeping(orderNumber, actionId, decide),
    );
  }
}

const ACTIONS: Record<Word, string> = { tell: 'tellHeld', told: 'markTold' };

const usage = () =>
  new UsageError(
    'Usage: npm run orders -- restored <list | hold | tell <order> | tell --all | told <order> | told --all> [--reason "<why>"]',
  );
