import { Injectable } from '@nestjs/common';
import type { FigureRange, StaffFigures } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { figureBuckets } from './figure-buckets';
import { figureWindow } from './figure-window';
import { FiguresRepository } from './figures.repository';

/** However many people look, the database counts once in this time. */
const KEPT_MS = 10_000;

/** An event that a list of Stripe's has told of may still be delivered within this time. */
const MAY_COME_MS = 10 * 60 * 1000;

/** Tells how the last day and the last month were. */
@Injectable()
export class FiguresService {
  private readonly kept = new Map<FigureRange, { at: Date; figures: Promise<StaffFigures> }>();

  constructor(
    private readonly repository: FiguresRepository,
    private readonly clock: Clock,
  ) {}

  read(range: FigureRange): Promise<StaffFigures> {
    const now = this.clock.now();
    const kept = this.kept.get(range);
    if (kept && now.getTime() - kept.at.getTime() < KEPT_MS) return kept.figures;
    const figures = this.count(range, now);
    this.kept.set(range, { at: now, figures });
    // A failure is not kept: the next one who asks has them counted again.
    figures.catch(() => {
      if (this.kept.get(range)?.figures === figures) this.kept.delete(range);
    });
    return figures;
  }

  /** Reads one after the other: on the embedded database they would wait for each other anyway. */
  private async count(range: FigureRange, now: Date): Promise<StaffFigures> {
    const window = figureWindow(range, now);
    const rows = {
      orders: await this.repository.orders(window),
      money: await this.repository.money(window),
      delays: await this.repository.delays(window),
      failures: await this.repository.failures(window, new Date(now.getTime() - MAY_COME_MS)),
    };
    const { bucketSeconds } = window;
    return { range, at: now.toISOString(), bucketSeconds, ...figureBuckets(window, rows) };
  }
}
